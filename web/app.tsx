import { useEffect } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { sessionEvents } from './api/call.ts';
import { ChallengePage } from './challenge/challenge.tsx';
import { isInside } from './destination.ts';
import { Inside } from './layout/inside.tsx';
import {
  AccountPage,
  ActivityPage,
  AdoptionPage,
  BrandPage,
  ConfirmEmailPage,
  ForgotPasswordPage,
  LostPhonePage,
  NewUserPage,
  NotMePage,
  ProfilePage,
  SessionsPage,
  SetPasswordPage,
  UserPage,
  UsersPage,
} from './pages/lazy.ts';
import { NotFoundPage } from './pages/not-found.tsx';
import { SignInPage } from './pages/sign-in.tsx';

/** Leads to sign-in whenever the API says that there is no session, and from there back to the same page. */
const SessionGuard = () => {
  const { url, route } = useLocation();
  useEffect(() => {
    const lead = (event: Event): void => {
      // Several concurrent requests are refused together: the first leads to sign-in, with its reason.
      if (!isInside(location.pathname)) return;
      const query = new URLSearchParams({
        ...(event.type === 'over' && { because: 'session-over' }),
        ...(url !== '/account' && { next: url }),
      }).toString();
      route(query === '' ? '/sign-in' : `/sign-in?${query}`, true);
    };
    sessionEvents.addEventListener('over', lead);
    sessionEvents.addEventListener('missing', lead);
    return () => {
      sessionEvents.removeEventListener('over', lead);
      sessionEvents.removeEventListener('missing', lead);
    };
  }, [url, route]);
  return null;
};

const Home = () => {
  const { route } = useLocation();
  useEffect(() => route('/account', true), [route]);
  return null;
};

const Pages = () => {
  const { path } = useLocation();
  if (isInside(path)) {
    return (
      <Inside>
        <Router>
          <Route path="/account" component={AccountPage} />
          <Route path="/account/security" component={AccountPage} />
          <Route path="/account/profile" component={ProfilePage} />
          <Route path="/account/sessions" component={SessionsPage} />
          <Route path="/account/activity" component={ActivityPage} />
          <Route path="/users" component={UsersPage} />
          <Route path="/users/adoption" component={AdoptionPage} />
          <Route path="/users/brand" component={BrandPage} />
          <Route path="/users/new" component={NewUserPage} />
          <Route path="/users/:userId" component={UserPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </Inside>
    );
  }
  return (
    <Router>
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/sign-in/two-factor" component={ChallengePage} />
      <Route path="/set-password" component={SetPasswordPage} />
      <Route path="/forgot-password" component={ForgotPasswordPage} />
      <Route path="/lost-phone" component={LostPhonePage} />
      <Route path="/confirm-email" component={ConfirmEmailPage} />
      <Route path="/not-me" component={NotMePage} />
      <Route path="/" component={Home} />
      <Route default component={NotFoundPage} />
    </Router>
  );
};

export const App = () => (
  <LocationProvider>
    <SessionGuard />
    <Pages />
  </LocationProvider>
);
