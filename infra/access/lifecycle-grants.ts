import { type Grants, merged, withSession } from './grant.ts';
import { administering, deleting, replying } from './grant-parts.ts';

/** The rows for changing an address, and for the export and the end of an account. */
export const lifecycleGrants = {
  requestEmailChange: withSession({
    table: { 'EVENT#*': ['PutItem'], 'ORG#*': ['GetItem'], 'THROTTLE#*': ['UpdateItem'] },
  }),
  confirmEmailChange: {
    table: merged(replying, {
      'EMAIL#*': ['GetItem', 'PutItem', 'DeleteItem'],
      'EVENT#*': ['PutItem'],
      'TOKEN#*': ['GetItem', 'DeleteItem'],
      'USER#*': ['UpdateItem'],
    }),
  },
  exportAccount: withSession({ table: { 'EVENT#*': ['Query'], 'ORG#*': ['GetItem'], 'SIGN_IN#*': ['Query'] } }),
  deleteAccount: withSession({ table: deleting }),
  changeUserEmail: withSession({
    table: merged(administering, {
      'EMAIL#*': ['GetItem', 'PutItem', 'DeleteItem'],
      'ORG#*': ['GetItem'],
      'USER#*': ['UpdateItem'],
    }),
  }),
  deleteUser: withSession({ table: merged(replying, administering, deleting) }),
} satisfies Record<string, Grants>;
