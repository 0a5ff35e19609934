import type { Grants } from '../access/grant.ts';

/** What the answer to a request for a reset may do: find the account, make the link of its mail, mark what is done. */
export const resetGrants: Grants = {
  table: {
    'EMAIL#*': ['GetItem'],
    'EVENT#*': ['PutItem'],
    'NOTICE#*': ['UpdateItem'],
    'ORG#*': ['GetItem'],
    'RESET#*': ['GetItem'],
    'TOKEN#*': ['PutItem'],
    'USER#*': ['GetItem'],
  },
  marks: { 'RESET#*': ['deliveredAt'] },
};
