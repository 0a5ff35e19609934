import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { signIns } from '../../shared/store/accounts/sign-ins.ts';
import { users } from '../../shared/store/accounts/users.ts';
import { securityEvents } from '../../shared/store/history/security-events.ts';
import { eventKey, signInKey, userKey } from '../../shared/store/keys.ts';
import type { Table } from '../../shared/store/table/table.ts';
import { anEvent, aUser, NOW, newId } from '../fixtures.ts';
import { invitationOf } from '../ports/enrolled.ts';
import { defaultSecurity } from '../security-settings.ts';

/* What a later version has stored, after a way back to this one: nobody is locked out, and no list fails. */

export const laterVersionSuite = (table: Table): void => {
  const { client, name: tableName } = table;
  const put = (item: object) => client.send(new PutCommand({ TableName: tableName, Item: item }));

  describe('what only a later version knows', () => {
    it('is left out of a history, which goes on before it', async () => {
      const userId = newId();
      const events = securityEvents(table, defaultSecurity);
      const ids = Array.from({ length: 4 }, newId).sort();
      for (const [index, id] of ids.entries()) {
        const type = index === 2 ? 'teleported' : 'password_changed';
        await put({ ...eventKey(userId, id), ...anEvent('password_changed'), id, type });
      }
      const first = await events.page(userId, 2);
      expect(first.events.map(({ id }) => id)).toEqual([ids[3]]);
      const second = await events.page(userId, 2, first.next);
      expect(second.events.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
      expect(second.next).toBeUndefined();
    });

    it('is left out of a list of sign-ins', async () => {
      const userId = newId();
      const id = newId();
      await put({
        ...signInKey(userId, id),
        id,
        at: NOW,
        method: 'telepathy',
        twoFactorVerified: true,
        ip: '',
        userAgent: '',
      });
      expect((await signIns(table, defaultSecurity).page(userId, 10)).signIns).toEqual([]);
    });

    it('does not lock out someone who chose a language of it', async () => {
      const user = aUser();
      const store = users(table, defaultSecurity);
      await store.create({ actor: null, user, invitation: invitationOf(), event: anEvent('user_created'), now: NOW });
      await client.send(
        new UpdateCommand({
          ...{ TableName: tableName, Key: userKey(user.id), UpdateExpression: 'SET #l = :l' },
          ...{ ExpressionAttributeNames: { '#l': 'language' }, ExpressionAttributeValues: { ':l': 'tlh' } },
        }),
      );
      expect((await store.get(user.id))?.language).toBeUndefined();
    });
  });
};
