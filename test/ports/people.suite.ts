import { describe, expect, it } from 'vitest';
import type { Told } from '../../shared/delivery-ports.ts';
import { anEvent, aRecord, NOW, newHash, newId } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { createdUser, enrolledUser, signedInUser } from './enrolled.ts';

export const peopleSuite = (stores: Stores): void => {
  describe('sessions of a user', () => {
    it('are listed, and all but one end in one write', async () => {
      const { user, session } = await signedInUser(stores);
      await stores.signIns.completeWithPassword(aRecord(user));
      const read = await stores.sessions.find(user.id, session.hash);
      if (!read) throw new Error('the session is gone');
      expect(await stores.sessions.list(read.user)).toHaveLength(2);
      const change = { ...read, event: anEvent('sessions_ended') };
      expect(await stores.sessions.endOthers(change)).toBe('ended');
      expect(await stores.sessions.endOthers({ ...change, event: anEvent('sessions_ended') })).toBe('changed');
      const after = await stores.users.get(user.id);
      expect(Object.keys(after?.sessions ?? {})).toEqual([session.hash]);
      const live = after ? await stores.sessions.list(after) : [];
      expect(live.map(({ hash }) => hash)).toEqual([session.hash]);
    });

    it('end one by one with an event, and without one where there was none', async () => {
      const { user, session } = await signedInUser(stores);
      expect(await stores.sessions.end(user.id, session.hash, anEvent('session_ended'))).toBe(true);
      expect(await stores.sessions.end(user.id, session.hash, anEvent('session_ended'))).toBe(false);
      const { events } = await stores.securityEvents.page(user.id, 10);
      expect(events.filter(({ type }) => type === 'session_ended')).toHaveLength(1);
    });
  });

  describe('another password', () => {
    it('raises both versions and keeps the one session', async () => {
      const { user, session } = await signedInUser(stores);
      const change = { user, session, passwordHash: 'new', event: anEvent('password_changed') };
      expect(await stores.credentials.replace(change)).toBe('replaced');
      expect(await stores.credentials.find(user.email)).toMatchObject({ passwordHash: 'new', passwordVersion: 1 });
      const found = await stores.sessions.find(user.id, session.hash);
      expect(found?.user).toMatchObject({ authVersion: user.authVersion + 1, passwordVersion: 1 });
      expect(found?.session.authVersion).toBe(user.authVersion + 1);
      expect(await stores.credentials.replace({ ...change, event: anEvent('password_changed') })).toBe('changed');
    });
  });

  describe('an administrator’s change of a user', () => {
    it('is written if the user is as read; suspending leaves no session', async () => {
      const { user, session } = await signedInUser(stores);
      const to = { name: 'Other', permissions: ['users:manage' as const], status: 'active' as const };
      expect(await stores.users.update({ user, to, event: anEvent('user_updated') })).toBe('updated');
      expect(await stores.users.update({ user, to, event: anEvent('user_updated') })).toBe('changed');
      const read = await stores.users.get(user.id);
      if (!read) throw new Error('the user is gone');
      expect(read).toMatchObject({ ...to, authVersion: user.authVersion });
      const suspended = { ...to, status: 'suspended' as const };
      await stores.users.update({ user: read, to: suspended, event: anEvent('user_suspended') });
      expect(await stores.users.get(user.id)).toMatchObject({ status: 'suspended', sessions: {} });
      const found = await stores.sessions.find(user.id, session.hash);
      expect(found?.session.authVersion).not.toBe(found?.user.authVersion);
    });
  });

  describe('events of a user', () => {
    it('are read newest first, in pages', async () => {
      const { user } = await createdUser(stores);
      const ids = [newId(), newId(), newId()].sort();
      for (const id of ids)
        await stores.securityEvents.put(user.id, { ...anEvent('password_set'), id: `7${id.slice(1)}` });
      const newest = ids.map((id) => `7${id.slice(1)}`).reverse();
      const first = await stores.securityEvents.page(user.id, 2);
      expect(first.events.map(({ id }) => id)).toEqual(newest.slice(0, 2));
      const rest = await stores.securityEvents.page(user.id, 2, first.next);
      expect(rest.events.map(({ id }) => id)).toContain(newest[2]);
      expect(rest.next).toBeUndefined();
    });
  });

  describe('links of mails', () => {
    it('stand beside each other', async () => {
      const { user, invitation } = await createdUser(stores);
      const token = { hash: newHash(), purpose: 'not_me' as const, expiresAt: NOW + 5, passwordVersion: 0 };
      await stores.passwordTokens.add(user.id, token);
      expect(await stores.passwordTokens.get(user.id, token.hash)).toEqual(token);
      expect(await stores.passwordTokens.get(user.id, invitation.hash)).not.toBeNull();
    });

    it('are exchanged once, which ends every session', async () => {
      const { user, session } = await signedInUser(stores);
      const token = { hash: newHash(), purpose: 'not_me' as const, expiresAt: NOW + 5, passwordVersion: 0 };
      await stores.passwordTokens.add(user.id, token);
      const next = { ...token, hash: newHash(), purpose: 'reset' as const };
      const exchange = (now: number) =>
        stores.passwordTokens.exchange({ user, token, next, event: anEvent('reported_not_me'), now });
      expect(await exchange(NOW + 5)).toBe('token_gone');
      expect(await exchange(NOW)).toBe('exchanged');
      expect(await exchange(NOW)).toBe('token_gone');
      expect(await stores.passwordTokens.get(user.id, next.hash)).toEqual(next);
      const found = await stores.sessions.find(user.id, session.hash);
      expect(found?.session.authVersion).not.toBe(found?.user.authVersion);
    });

    it('of an administrator are not made for a password that was just set', async () => {
      const { user, invitation } = await createdUser(stores);
      const token = { ...invitation, hash: newHash(), passwordVersion: 5 };
      expect(await stores.passwordTokens.issue(user.id, token, anEvent('user_invited_again'))).toBe('changed');
      expect(await stores.passwordTokens.get(user.id, token.hash)).toBeNull();
    });
  });

  describe('a one-time pass', () => {
    it('is given to a user as read, and consumed once', async () => {
      const { user, challengeHash } = await enrolledUser(stores);
      const pass = { hash: newHash(), expiresAt: NOW + 5, authVersion: user.authVersion };
      const issue = (of: typeof user) =>
        stores.twoFactors.issueOneTimePass({ user: of, pass, event: anEvent('one_time_pass_issued') });
      expect(await issue({ ...user, authVersion: 99 })).toBe('changed');
      expect(await issue(user)).toBe('issued');
      const { user: plain } = await createdUser(stores);
      expect(await issue(plain)).toBe('not_enabled');
      const complete = (hash: string, now = NOW) =>
        stores.signIns.completeWithSecondFactor({
          ...aRecord(user),
          challengeHash,
          proof: { kind: 'one_time_pass', guesser: 'stranger', hash, now, event: anEvent('one_time_pass_used') },
        });
      expect(await complete(newHash())).toBe('code_used');
      expect(await complete(pass.hash, NOW + 5)).toBe('code_used');
      expect(await complete(pass.hash)).toBe('completed');
      expect((await stores.twoFactors.get(user.id))?.oneTimePass).toBeUndefined();
    });
  });

  describe('reminders', () => {
    it('are noted once while they are due, and never where 2FA is on', async () => {
      const { user } = await createdUser(stores);
      const remind = (of: typeof user, notSince: number) =>
        stores.users.remind({ user: of, event: anEvent('two_factor_reminded'), notSince });
      expect(await remind(user, NOW - 1)).toBe('reminded');
      expect(await remind(user, NOW - 1)).toBe('not_due');
      expect(await remind(user, NOW)).toBe('reminded');
      const { user: enabled } = await enrolledUser(stores);
      expect(await remind(enabled, NOW)).toBe('not_due');
      const nobody = newId();
      expect(await stores.users.many([user.id, nobody])).toMatchObject([{ id: user.id, remindedAt: NOW }, null]);
    });
  });

  describe('the policy of an organization', () => {
    it('is kept with it', async () => {
      const { user } = await createdUser(stores);
      const organization = { id: user.organizationId, name: 'Acme', createdAt: NOW };
      await stores.organizations.create(organization);
      const policy = { mode: 'required' as const, requiredFrom: NOW };
      const event = anEvent('two_factor_policy_set');
      const change = { organizationId: organization.id, policy, actor: user, event };
      await stores.organizations.setTwoFactorPolicy(change);
      expect(await stores.organizations.get(organization.id)).toEqual({ ...organization, twoFactorPolicy: policy });
    });
  });

  describe('the days of adoption', () => {
    it('are the latest, oldest first, and no part of the count', async () => {
      const { user } = await createdUser(stores);
      const { organizationId } = user;
      for (const day of ['2026-11-22', '2026-11-24', '2026-11-23', '2026-11-24']) {
        await stores.adoptions.keepDay(organizationId, day);
      }
      const kept = await stores.adoptions.days(organizationId, 2);
      expect(kept).toMatchObject([
        { day: '2026-11-23', enabled: 0, disabled: 1 },
        { day: '2026-11-24', enabled: 0, disabled: 1 },
      ]);
      expect(await stores.adoptions.get(organizationId)).toEqual({ enabled: 0, disabled: 1 });
    });
  });

  describe('watches', () => {
    it('are found in the minutes that are over, once, and gone when removed', async () => {
      const minute = 60_000;
      // Minutes of their own: what others watch is not in them.
      const at =
        (Number.parseInt(
          newHash()
            .replace(/[^0-9]/g, '')
            .slice(0, 6),
          10,
        ) +
          1_000_000) *
        10 *
        minute;
      const watch = { userId: newId(), hash: newHash(), expiresAt: at + 5, ip: '192.0.2.1' };
      await stores.watches.add(watch);
      await stores.watches.add(watch);
      const over = async (since: number, until: number) => {
        const found = [];
        for await (const each of stores.watches.over(since, until)) found.push(each);
        return found;
      };
      expect(await over(at - minute, at + minute - 1)).toEqual([]);
      expect(await over(at - minute, at + minute)).toEqual([watch]);
      await stores.watches.remove(watch);
      expect(await over(at - minute, at + minute)).toEqual([]);
    });

    it('of an owner alarm once in a while', async () => {
      const { user } = await createdUser(stores);
      const alarm = (notSince: number) =>
        stores.users.alarm({ user, event: anEvent('second_factor_abandoned'), notSince });
      expect([await alarm(NOW - 1), await alarm(NOW - 1), await alarm(NOW)]).toEqual(['alarmed', 'not_due', 'alarmed']);
    });
  });

  describe('deliveries', () => {
    it('are due until they are done', async () => {
      const { user } = await createdUser(stores);
      const event = anEvent('password_set');
      await stores.securityEvents.put(user.id, event);
      const request = { id: newId(), email: user.email, at: NOW, ip: '192.0.2.1' };
      await stores.passwordResets.request(request);
      const record = aRecord(user);
      await stores.signIns.completeWithPassword(record);
      const all: Told[] = [
        { kind: 'event', userId: user.id, event },
        { kind: 'password_reset', request },
        { kind: 'new_device', userId: user.id, signIn: record.signIn },
      ];
      for (const happening of all) {
        expect(await stores.deliveries.isDue(happening)).toBe(true);
        await stores.deliveries.done(happening, NOW);
        expect(await stores.deliveries.isDue(happening)).toBe(false);
      }
    });
  });
};
