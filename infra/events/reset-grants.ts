import type { Grants } from '../access/grant.ts';

/** What handling a reset request may do: find the account, create the link in its mail, mark what is done. */
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
  marks: { 'RESET#*': ['deliveredAt', 'refusedAt', 'sendAgain'] },
};
