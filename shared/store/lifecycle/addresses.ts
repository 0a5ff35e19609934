import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { Addresses } from '../../ports/lifecycle/addresses.ts';
import { requireActor } from '../accounts/administration.ts';
import { putEvent } from '../accounts/records.ts';
import { endSessions } from '../accounts/user-changes.ts';
import { commit } from '../table/commit.ts';
import type { Table } from '../table/table.ts';
import { putIdempotencyRecord } from '../tokens/idempotency-records.ts';
import { consumeToken } from '../tokens/password-tokens.ts';
import { moveCredential } from './move-credential.ts';

export const addresses = (table: Table, security: SecuritySettings): Addresses => ({
  async confirm({ token, event, reply, now, ...move }) {
    const { user, to } = move;
    return commit(table, 'moved', [
      consumeToken(user.id, token, now),
      ...moveCredential(move),
      // Invitations in the previous mailbox are dead, too.
      endSessions(user, null, { email: to, invitations: user.invitations + 1 }),
      putEvent(user.id, event, security),
      ...putIdempotencyRecord(reply, now).map((write) => ({ ...write, ifRefused: 'changed' as const })),
    ]);
  },

  async correct({ actor, event, ...move }) {
    const { user, to } = move;
    return commit(table, 'moved', [
      ...requireActor(actor),
      ...moveCredential(move),
      // The next invitation: links to the previous address no longer work.
      endSessions(user, null, { email: to, invitations: user.invitations + 1 }),
      putEvent(user.id, event, security),
    ]);
  },
});
