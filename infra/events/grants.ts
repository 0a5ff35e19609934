import type { Grants } from '../access/grant.ts';

/* The grants of functions that no request starts. */

/** What the delivery of events may do: read what it reports, create the links in its mails, mark what is done. */
export const deliveryGrants: Grants = {
  table: {
    'ADMINS#*': ['GetItem'],
    'ADOPTION#*': ['Query', 'PutItem'],
    'CODES#*': ['GetItem'],
    'EMAIL#*': ['GetItem'],
    'EVENT#*': ['GetItem', 'PutItem'],
    'NOTICE#*': ['UpdateItem'],
    'ORG#*': ['GetItem'],
    'SIGN_IN#*': ['GetItem'],
    'TOKEN#*': ['PutItem'],
    'USER#*': ['GetItem'],
  },
  marks: {
    'EVENT#*': ['deliveredAt', 'refusedAt', 'sendAgain'],
    'SIGN_IN#*': ['deliveredAt', 'refusedAt', 'sendAgain'],
  },
  secrets: { 'bypass-code': ['Decrypt'] },
};

/** What checking unanswered challenges may do. */
export const watchGrants: Grants = {
  table: {
    'EVENT#*': ['PutItem'],
    'USER#*': ['GetItem', 'UpdateItem'],
    'WATCH#*': ['Query', 'DeleteItem', 'GetItem', 'PutItem'],
  },
};

/** What recording a mail that came back may do. */
export const returnGrants: Grants = {
  table: { 'EVENT#*': ['PutItem'], 'USER#*': ['GetItem'] },
  marks: { 'USER#*': ['declinesReminders'] },
};

/** What erasing deleted users may do: delete the rest of their items, and tell who has to know. */
export const eraseGrants: Grants = {
  table: {
    'ADMINS#*': ['GetItem'],
    'ADOPTION#*': ['Query', 'PutItem'],
    'ERASURE#*': ['Query', 'DeleteItem'],
    'EVENT#*': ['Query', 'PutItem', 'DeleteItem'],
    'NOTICE#*': ['Query', 'DeleteItem'],
    'ORG#*': ['GetItem'],
    'SESSION#*': ['Query', 'DeleteItem'],
    'SIGN_IN#*': ['Query', 'DeleteItem'],
    'TOKEN#*': ['Query', 'DeleteItem'],
  },
};
