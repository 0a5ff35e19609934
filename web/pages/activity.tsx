import { listEvents, listSignIns } from '../../shared/contract/operations/account.ts';
import { call } from '../api/call.ts';
import { EventHistory } from '../history/event-history.tsx';
import { SignInHistory } from '../history/sign-in-history.tsx';
import { AccountPlace } from '../layout/account-place.tsx';
import { SessionsSection } from '../sessions/sessions-section.tsx';

/* Where an account is in use, and what happened to it: two pages that share most of their code. */

export const SessionsPage = () => (
  <AccountPlace place="sessions">
    <SessionsSection />
  </AccountPlace>
);

export const ActivityPage = () => (
  <AccountPlace place="activity">
    <SignInHistory of="me" load={(cursor) => call(listSignIns, { limit: '10', ...(cursor && { cursor }) })} />
    <EventHistory of="me" load={(cursor) => call(listEvents, { limit: '10', ...(cursor && { cursor }) })} />
  </AccountPlace>
);
