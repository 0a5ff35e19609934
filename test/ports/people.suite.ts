import { describe, expect, it } from 'vitest';
import type { Notification } from '../../shared/domain/events/notification.ts';
import { anEvent, anOwnChange, aRecord, aUser, NOW, newHash, newId } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { createdUser, enrolledUser, invitationOf, signedInUser } from './enrolled.ts';

export const peopleSuite = (stores: Stores): void => {
  describe('sessions of a user', () => {
    it('are listed, and all but one end in one write', async () => {
      const { user, session } = await signedInUser(stores);
      await stores.signIns.completeWithPassword(aRecord(user));
      const read = await stores.sessions.find(user.id, session.hash);
      if (!read) throw new Error('the session is gone');
      expect(await stores.sessions.list(read.user)).toHaveLength(2);
      const change = anOwnChange(read.user, read.session, 'sessions_ended');
      expect(await stores.sessions.endOthers(change)).toBe('ended');
      expect(await stores.sessions.endOthers(anOwnChange(read.user, read.session, 'sessions_ended'))).toBe('changed');
      const after = await stores.users.get(user.id);
      expect(Object.keys(after?.sessions ?? {})).toEqual([change.rotated.hash]);
      const live = after ? await stores.sessions.list(after) : [];
      expect(live.map(({ hash }) => hash)).toEqual([change.rotated.hash]);
    });

    it('end one by one with an event, and without one if there was none', async () => {
      const { user, session } = await signedInUser(stores);
      expect(await stores.sessions.end(user.id, session.hash, { event: anEvent('session_ended'), now: NOW })).toBe(
        true,
      );
      expect(await stores.sessions.end(user.id, session.hash, { event: anEvent('session_ended'), now: NOW })).toBe(
        false,
      );
      const { events } = await stores.securityEvents.page(user.id, 10);
      expect(events.filter(({ type }) => type === 'session_ended')).toHaveLength(1);
    });
  });

  describe('a new password', () => {
    it('raises both versions and keeps the one session', async () => {
      const { user, session } = await signedInUser(stores);
      const change = { ...anOwnChange(user, session), passwordHash: 'new' };
      expect(await stores.credentials.replace(change)).toBe('replaced');
      expect(await stores.credentials.find(user.email)).toMatchObject({ passwordHash: 'new', passwordVersion: 1 });
      const found = await stores.sessions.find(user.id, change.rotated.hash);
      expect(found?.user).toMatchObject({ authVersion: user.authVersion + 1, passwordVersion: 1 });
      expect(found?.session.authVersion).toBe(user.authVersion + 1);
      expect(await stores.credentials.replace({ ...change, event: anEvent('password_changed') })).toBe('changed');
    });
  });

  describe('an administrator’s change of a user', () => {
    it('is written if the user is as read; suspending leaves no session', async () => {
      const { user, session } = await signedInUser(stores);
      const to = { name: 'Other', permissions: ['users:manage' as const], status: 'active' as const };
      const by = { actor: null, now: NOW };
      const events = () => [anEvent('user_renamed'), anEvent('permissions_granted')];
      expect(await stores.users.update({ ...by, user, to, events: events() })).toBe('updated');
      expect(await stores.users.update({ ...by, user, to, events: events() })).toBe('changed');
      expect((await stores.securityEvents.page(user.id, 10)).events).toHaveLength(3);
      const read = await stores.users.get(user.id);
      if (!read) throw new Error('the user is gone');
      expect(read).toMatchObject({ ...to, authVersion: user.authVersion });
      const suspended = { ...to, status: 'suspended' as const };
      const event = anEvent('user_suspended');
      expect(await stores.users.update({ ...by, user: read, to: suspended, events: [event] })).toBe(
        'last_administrator',
      );
      await createdUser(stores, { organizationId: user.organizationId, permissions: ['users:manage'] });
      expect(await stores.users.update({ ...by, user: read, to: suspended, events: [event] })).toBe('updated');
      expect(await stores.users.get(user.id)).toMatchObject({ status: 'suspended', sessions: {}, suspensions: 1 });
      const found = await stores.sessions.find(user.id, session.hash);
      expect(found?.session.authVersion).not.toBe(found?.user.authVersion);
    });
  });

  describe('who acts', () => {
    const administrator = (given = {}) => signedInUser(stores, { permissions: ['users:manage'], ...given });

    it('is a condition of the act: two who suspend each other cannot both succeed', async () => {
      const { user: first } = await administrator();
      const { user: second } = await administrator({ organizationId: first.organizationId });
      const suspend = (actor: typeof first, user: typeof first) => {
        const to = { name: user.name, permissions: user.permissions, status: 'suspended' as const };
        return stores.users.update({ actor, user, to, events: [anEvent('user_suspended')], now: NOW });
      };
      expect(await suspend(first, second)).toBe('updated');
      expect(await suspend(second, first)).toBe('actor_gone');
      expect((await stores.users.get(first.id))?.status).toBe('active');
      expect(await stores.organizations.administrators(first.organizationId)).toEqual([first.id]);
    });

    it('is one of each write that an administrator makes', async () => {
      const { user: admin } = await administrator();
      const { user } = await enrolledUser(stores, { organizationId: admin.organizationId });
      const { user: plain } = await createdUser(stores, { organizationId: admin.organizationId });
      const gone = [
        { ...admin, authVersion: admin.authVersion + 1 },
        { ...plain, authVersion: plain.authVersion },
      ];
      for (const actor of gone) {
        const by = { actor, user, now: NOW };
        const to = { name: 'Other', permissions: user.permissions, status: user.status };
        const pass = { hash: newHash(), expiresAt: NOW + 5, authVersion: user.authVersion };
        const made = { ...aUser(), organizationId: admin.organizationId };
        const outcomes = await Promise.all([
          stores.users.update({ ...by, to, events: [anEvent('user_renamed')] }),
          stores.users.create({ ...by, user: made, invitation: invitationOf(), event: anEvent('user_created') }),
          stores.users.remind({ actor, user, event: anEvent('two_factor_reminded'), notSince: NOW }),
          stores.twoFactors.reset({ ...by, event: anEvent('two_factor_reset') }),
          stores.twoFactors.liftWaits({ ...by, event: anEvent('waits_lifted') }),
          stores.twoFactors.issueBypassCode({ ...by, pass, event: anEvent('bypass_code_issued') }),
          stores.passwordTokens.invite({ ...by, token: null, event: anEvent('user_invited_again') }),
        ]);
        expect(outcomes).toEqual(Array(7).fill('actor_gone'));
        expect(await stores.twoFactors.get(user.id)).not.toBeNull();
        expect(await stores.users.get(made.id)).toBeNull();
      }
    });
  });

  describe('the active administrators of an organization', () => {
    it('are those who are created, granted, withdrawn, suspended and reactivated', async () => {
      const { user: first } = await createdUser(stores, { permissions: ['users:manage'] });
      const { organizationId } = first;
      const { user } = await createdUser(stores, { organizationId });
      const listed = async () => (await stores.organizations.administrators(organizationId)).toSorted();
      const update = async (to: Partial<typeof user>) => {
        const read = (await stores.users.get(user.id)) ?? user;
        const { name, permissions, status } = { ...read, ...to };
        const change = { actor: null, user: read, to: { name, permissions, status }, events: [], now: NOW };
        return stores.users.update(change);
      };
      const both = [first.id, user.id].toSorted();
      expect(await listed()).toEqual([first.id]);
      expect(await update({ permissions: ['users:manage'] })).toBe('updated');
      expect(await listed()).toEqual(both);
      expect(await update({ status: 'suspended' })).toBe('updated');
      expect(await listed()).toEqual([first.id]);
      expect(await update({ status: 'active' })).toBe('updated');
      expect(await listed()).toEqual(both);
      expect(await update({ permissions: [] })).toBe('updated');
      expect(await listed()).toEqual([first.id]);
    });
  });

  describe('the domains of an organization', () => {
    it('are stored with it', async () => {
      const organization = { id: newId(), name: 'Acme', createdAt: NOW };
      await stores.organizations.create(organization);
      expect(await stores.organizations.setDomains(newId(), [])).toBe('not_found');
      expect(await stores.organizations.setDomains(organization.id, ['acme.example'])).toBe('set');
      expect((await stores.organizations.get(organization.id))?.domains).toEqual(['acme.example']);
    });
  });

  describe('a factor that a stranger turned on', () => {
    it('is removed by the link in the mail, if it is still that one', async () => {
      const { user, twoFactor } = await enrolledUser(stores);
      const token = {
        hash: newHash(),
        purpose: 'not_me' as const,
        expiresAt: NOW + 5,
        passwordVersion: 0,
        suspensions: 0,
      };
      await stores.passwordTokens.add(user.id, token);
      const exchange = (generation: string) =>
        stores.passwordTokens.exchange({
          ...{ user, token, next: { ...token, hash: newHash(), purpose: 'reset' as const }, now: NOW },
          undone: { generation, event: anEvent('two_factor_undone') },
          restored: null,
          event: anEvent('reported_not_me'),
        });
      expect(await exchange(newId())).toBe('changed');
      expect(await exchange(twoFactor.generation)).toBe('exchanged');
      expect(await stores.twoFactors.get(user.id)).toBeNull();
      expect(await stores.recoveryCodeSets.get(user.id)).toBeNull();
      expect((await stores.users.get(user.id))?.twoFactorEnabledAt).toBeUndefined();
    });
  });

  describe('the same news', () => {
    it('is due once in a while, and again for the event that should have brought it', async () => {
      const news = { userId: newId(), mail: 'newDevice', about: '192.0.2.1', now: NOW, notSince: NOW - 600 };
      const due = (given: object) => stores.notices.isDue({ ...news, eventId: newId(), ...given });
      const eventId = newId();
      expect(await due({ eventId })).toBe(true);
      expect(await due({ eventId })).toBe(true);
      expect(await due({})).toBe(false);
      expect(await due({ about: '192.0.2.2' })).toBe(true);
      expect(await due({ mail: 'recoveryCodesShown' })).toBe(true);
      expect(await due({ now: NOW + 601, notSince: NOW + 1 })).toBe(true);
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
    it('exist next to each other', async () => {
      const { user, invitation } = await createdUser(stores);
      const token = {
        hash: newHash(),
        purpose: 'not_me' as const,
        expiresAt: NOW + 5,
        passwordVersion: 0,
        suspensions: 0,
      };
      await stores.passwordTokens.add(user.id, token);
      expect(await stores.passwordTokens.get(user.id, token.hash)).toEqual(token);
      expect(await stores.passwordTokens.get(user.id, invitation.hash)).not.toBeNull();
    });

    it('are exchanged once, which ends every session', async () => {
      const { user, session } = await signedInUser(stores);
      const token = {
        hash: newHash(),
        purpose: 'not_me' as const,
        expiresAt: NOW + 5,
        passwordVersion: 0,
        suspensions: 0,
      };
      await stores.passwordTokens.add(user.id, token);
      const next = { ...token, hash: newHash(), purpose: 'reset' as const };
      const exchange = (now: number) =>
        stores.passwordTokens.exchange({
          user,
          token,
          next,
          undone: null,
          restored: null,
          event: anEvent('reported_not_me'),
          now,
        });
      expect(await exchange(NOW + 5)).toBe('token_gone');
      expect(await exchange(NOW)).toBe('exchanged');
      expect(await exchange(NOW)).toBe('token_gone');
      expect(await stores.passwordTokens.get(user.id, next.hash)).toEqual(next);
      const found = await stores.sessions.find(user.id, session.hash);
      expect(found?.session.authVersion).not.toBe(found?.user.authVersion);
    });

    it('from an administrator are not created for a password that was just set', async () => {
      const { user, invitation } = await createdUser(stores);
      const token = { ...invitation, hash: newHash() };
      const invite = (of: typeof user) =>
        stores.passwordTokens.invite({ actor: null, user: of, token, event: anEvent('user_invited_again'), now: NOW });
      expect(await invite({ ...user, passwordVersion: 5 })).toBe('changed');
      expect(await stores.passwordTokens.get(user.id, token.hash)).toBeNull();
      expect(await invite(user)).toBe('issued');
      expect(await stores.passwordTokens.get(user.id, token.hash)).not.toBeNull();
      expect((await stores.users.get(user.id))?.invitations).toBe(1);
    });
  });

  describe('a bypass code', () => {
    it('is given to a user as read, and consumed once', async () => {
      const { user, challengeHash } = await enrolledUser(stores);
      const pass = { hash: newHash(), expiresAt: NOW + 5, authVersion: user.authVersion };
      const issue = (of: typeof user) =>
        stores.twoFactors.issueBypassCode({
          actor: null,
          user: of,
          pass,
          event: anEvent('bypass_code_issued'),
          now: NOW,
        });
      expect(await issue({ ...user, authVersion: 99 })).toBe('changed');
      expect(await issue(user)).toBe('issued');
      const { user: plain } = await createdUser(stores);
      expect(await issue(plain)).toBe('not_enabled');
      const complete = (hash: string, now = NOW) =>
        stores.signIns.completeWithSecondFactor({
          ...aRecord(user),
          challengeHash,
          proof: { kind: 'bypass_code', counterName: 'stranger', hash, now, event: anEvent('bypass_code_used') },
        });
      expect(await complete(newHash())).toBe('code_used');
      expect(await complete(pass.hash, NOW + 5)).toBe('code_used');
      expect(await complete(pass.hash)).toBe('completed');
      expect((await stores.twoFactors.get(user.id))?.bypassCode).toBeUndefined();
    });
  });

  describe('reminders', () => {
    it('are recorded once while they are due, and never if 2FA is on', async () => {
      const { user } = await createdUser(stores);
      const remind = (of: typeof user, notSince: number) =>
        stores.users.remind({ actor: null, user: of, event: anEvent('two_factor_reminded'), notSince });
      expect(await remind(user, NOW - 1)).toBe('reminded');
      expect(await remind(user, NOW - 1)).toBe('not_due');
      expect(await remind(user, NOW)).toBe('reminded');
      await stores.users.setPreferences(user.id, { declinesReminders: true });
      expect(await remind(user, NOW)).toBe('not_due');
      await stores.users.setPreferences(user.id, { declinesReminders: false });
      expect(await remind(user, NOW)).toBe('reminded');
      const { user: enabled } = await enrolledUser(stores);
      expect(await remind(enabled, NOW)).toBe('not_due');
      const nobody = newId();
      expect(await stores.users.many([user.id, nobody])).toMatchObject([{ id: user.id, remindedAt: NOW }, null]);
    });
  });

  describe('the policy of an organization', () => {
    it('is stored with it', async () => {
      const { user } = await createdUser(stores, { permissions: ['users:manage'] });
      const organization = { id: user.organizationId, name: 'Acme', createdAt: NOW };
      await stores.organizations.create(organization);
      const policy = { mode: 'required' as const, requiredFrom: NOW };
      const event = anEvent('two_factor_policy_set');
      const change = { organizationId: organization.id, policy, actor: user, event };
      expect(await stores.organizations.setTwoFactorPolicy({ ...change, organizationId: newId() })).toBe('not_found');
      const former = { ...user, authVersion: 99 };
      expect(await stores.organizations.setTwoFactorPolicy({ ...change, actor: former })).toBe('actor_gone');
      expect(await stores.organizations.setTwoFactorPolicy(change)).toBe('set');
      expect(await stores.organizations.get(organization.id)).toEqual({ ...organization, twoFactorPolicy: policy });
    });
  });

  describe('the days of adoption', () => {
    it('are the latest, oldest first, and not part of the count', async () => {
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
    it('are found in the minutes that have passed, once, and gone when removed', async () => {
      const minute = 60_000;
      // Separate minutes: the watches of other tests are not in them.
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
      const watch = { userId: newId(), expiresAt: at + 5, ip: '192.0.2.1' };
      await stores.watches.add(watch);
      // Another challenge in the same minute: one check is enough for both.
      await stores.watches.add({ ...watch, expiresAt: at + 6 });
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

    it('are looked at until a moment that is remembered', async () => {
      await stores.watches.markLooked(NOW);
      expect(await stores.watches.lookedUntil()).toBe(NOW);
      await stores.watches.markLooked(NOW + 1);
      expect(await stores.watches.lookedUntil()).toBe(NOW + 1);
    });

    it('of an owner trigger a notice once in a while', async () => {
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
      const all: Notification[] = [
        { kind: 'event', userId: user.id, event },
        { kind: 'password_reset', request },
        { kind: 'new_device', userId: user.id, signIn: record.signIn },
      ];
      for (const notification of all) {
        expect(await stores.deliveries.isDue(notification)).toBe(true);
        await stores.deliveries.done(notification, NOW);
        expect(await stores.deliveries.isDue(notification)).toBe(false);
      }
    });
  });
};
