import { merged, type Table } from './grant.ts';

/* What several operations write in the same way. */

/** A sign-in that completes: its session, its record, its place on the user; the others' last use, where all places are taken. */
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
/** An answer that may be asked for again. */
export const replying: Table = { 'REPLY#*': ['GetItem', 'PutItem'], 'USER#*': ['GetItem'] };
/** A change of one's own account: the session goes on under another token, and the history says so. */
export const changing: Table = merged(replying, {
  'EVENT#*': ['PutItem'],
  'SESSION#*': ['PutItem', 'DeleteItem'],
  'USER#*': ['UpdateItem'],
});
/** A change of someone else's: that the administrator still is one is part of it. */
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
