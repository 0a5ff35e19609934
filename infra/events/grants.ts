import type { Grants } from '../access/grant.ts';

/* The grants of functions that no request starts. */

/** What the delivery of events may do: read what it reports, create the links in its mails, mark what is done. */
export const deliveryGrants: Grants = {
  table: {
    'ADMINS#*': ['GetItem'],
    'ADOPTION#*': ['Query', 'PutItem'],
    'CODES#*': ['GetItem'],
    'EVENT#*': ['GetItem', 'PutItem'],
    'NOTICE#*': ['UpdateItem'],
    'ORG#*': ['GetItem'],
    'SIGN_IN#*': ['GetItem'],
    'TOKEN#*': ['PutItem'],
    'USER#*': ['GetItem'],
  },
  marks: { 'EVENT#*': ['deliveredAt'], 'SIGN_IN#*': ['deliveredAt'] },
  secrets: { 'bypass-code': ['Decrypt'] },
};

/** What checking unanswered challenges may do. */
export const watchGrants: Grants = {
  table: { 'EVENT#*': ['PutItem'], 'USER#*': ['GetItem', 'UpdateItem'], 'WATCH#*': ['Query', 'DeleteItem'] },
};
