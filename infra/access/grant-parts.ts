import { merged, type Table } from './grant.ts';

/* Grants that several operations share. */

/**
 * A completed sign-in: its session, its record and its place on the user, plus the last use of other sessions if all
 * places are taken.
 */
export const signingIn: Table = {
  'SESSION#*': ['BatchGetItem', 'PutItem', 'DeleteItem'],
  'SIGN_IN#*': ['PutItem'],
  'USER#*': ['UpdateItem'],
};
export const answering: Table = {
  ...merged(signingIn, { 'USER#*': ['GetItem'] }),
  'EVENT#*': ['PutItem'],
  'FACTOR#*': ['UpdateItem'],
  'ORG#*': ['GetItem'],
  'REPLY#*': ['GetItem', 'PutItem'],
  'THROTTLE#*': ['PutItem', 'UpdateItem'],
};
/** An answer that a client may request again. */
export const replying: Table = { 'REPLY#*': ['GetItem', 'PutItem'], 'USER#*': ['GetItem'] };
/** A change of the caller's own account: the session gets a new token, and the change goes into the history. */
export const changing: Table = merged(replying, {
  'EVENT#*': ['PutItem'],
  'SESSION#*': ['PutItem', 'DeleteItem'],
  'USER#*': ['UpdateItem'],
});
/** A change of someone else's account: it includes the check that the caller is still an administrator. */
export const administering: Table = {
  'EVENT#*': ['PutItem'],
  'THROTTLE#*': ['UpdateItem'],
  'USER#*': ['GetItem', 'ConditionCheckItem'],
};
export const removingFactor: Table = {
  'ADOPTION#*': ['UpdateItem'],
  'CODES#*': ['DeleteItem'],
  'FACTOR#*': ['DeleteItem'],
  'SETUP#*': ['DeleteItem'],
};
/** The end of an account: everything that gives access, and what the erasure of the rest needs to know. */
export const deleting: Table = {
  'ADMINS#*': ['UpdateItem'],
  'ADOPTION#*': ['UpdateItem'],
  'CODES#*': ['DeleteItem'],
  'DELETED#*': ['PutItem'],
  'EMAIL#*': ['DeleteItem'],
  'ERASURE#*': ['PutItem'],
  'FACTOR#*': ['DeleteItem'],
  'SETUP#*': ['DeleteItem'],
  'USER#*': ['DeleteItem'],
};
