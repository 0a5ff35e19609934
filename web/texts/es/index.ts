import type { Translation } from '../translation.ts';
import { accountTexts } from './account.ts';
import { errors, faults, wait } from './errors.ts';
import { fields } from './fields.ts';
import { general, nav, notFound } from './general.ts';
import { events, methods, signIns } from './history.ts';
import { forgot, links, notMe, setPassword } from './links.ts';
import { challenge, identity, password, signedIn, signIn } from './sign-in.ts';
import { twoFactor } from './two-factor.ts';
import { userTexts } from './users/index.ts';

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
    twoFactor,
    identity,
    notFound,
  },
  faults,
  history: { methods, signIns, events },
  users: userTexts,
  account: accountTexts,
};

export default translation;
