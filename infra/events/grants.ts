import type { Grants } from '../grants.ts';

/* The golden table's rows for what no request starts. */

/** What the delivery of events may do: read what it tells of, make the links of its mails, mark what is done. */
export const deliveryGrants: Grants = {
  table: {
    'ADOPTION#*': ['Query', 'PutItem'],
    'EMAIL#*': ['GetItem'],
    'ORG#*': ['GetItem'],
    'RESET#*': ['GetItem', 'UpdateItem'],
    'USER#*': ['GetItem', 'PutItem', 'UpdateItem'],
    'WATCH#*': ['PutItem'],
  },
};

/** What looking at challenges that nobody answered may do. */
export const watchGrants: Grants = {
  table: { 'USER#*': ['GetItem', 'PutItem', 'UpdateItem'], 'WATCH#*': ['Query', 'DeleteItem'] },
};
