import { errors, wait } from './errors.ts';
import { fields } from './fields.ts';
import { general, nav, notFound } from './general.ts';
import { forgot, links, notMe, setPassword } from './links.ts';
import { challenge, identity, password, signedIn, signIn } from './sign-in.ts';
import { twoFactor } from './two-factor.ts';

/*
 * Every text of the pages is in this folder; those for administrators are in users/, which other people do not load.
 * A translation is another folder of this shape.
 */

export const pageTexts = {
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
};
