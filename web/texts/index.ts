import { productName } from '../product.ts';
import { account, identity, password, sessions } from './account.ts';
import { errors, wait } from './errors.ts';
import { fields } from './fields.ts';
import { general, nav, notFound, titleOf } from './general.ts';
import { events, methods, signIns } from './history.ts';
import { forgot, links, notMe, setPassword } from './links.ts';
import { challenge, signedIn, signIn } from './sign-in.ts';
import { twoFactor } from './two-factor.ts';

/*
 * Every text of the pages is in this folder; those for administrators are in users.ts, which other people do not load.
 * A translation is another folder of this shape.
 */

export const texts = {
  productName,
  errors,
  methods,
  wait,
  titleOf,
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
  twoFactor,
  identity,
  signIns,
  sessions,
  events,
  notFound,
};
