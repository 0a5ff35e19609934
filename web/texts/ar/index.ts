import type { Translation } from '../translation.ts';
import { account, identity, password, preferences, sessions } from './account.ts';
import { errors, faults, wait } from './errors.ts';
import { fields } from './fields.ts';
import { general, nav, notFound } from './general.ts';
import { events, methods, signIns } from './history.ts';
import { forgot, links, notMe, setPassword } from './links.ts';
import { challenge, signedIn, signIn } from './sign-in.ts';
import { twoFactor } from './two-factor.ts';
import { userTexts } from './users.ts';

const translation: Translation = {
  pages: {
    errors,
    wait,
    general,
    nav,
    fields,
    password,
    signIn,
    signedIn,
    challenge,
    links,
    setPassword,
    forgot,
    notMe,
    account,
    preferences,
    twoFactor,
    identity,
    sessions,
    notFound,
  },
  faults,
  history: { methods, signIns, events },
  users: userTexts,
};
export default translation;
