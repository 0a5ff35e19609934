import { describe, expect, it } from 'vitest';
import { needsFresh, type Operation, permissionOf } from '../../../shared/contract/operation.ts';
import { operationList } from '../../../shared/contract/operations.ts';
import {
  call,
  challengeOf,
  enroll,
  freshAdmin,
  get,
  newOrganization,
  newUser,
  post,
  sessionOf,
} from '../../kit/product.ts';
import { setSession, suspend } from '../../kit/table.ts';

/*
 * Every operation by every kind of caller. Bodies are empty, so that whoever is let in gets 400 or a harmless answer:
 * what matters is who is let in.
 */
const { admin, user, organizationId } = await newOrganization();
const stranger = await newOrganization();
const boss = await freshAdmin(admin);
const plain = await sessionOf(user);
const chief = await sessionOf(await newUser(organizationId, 'chief', true));
const { id: plainId } = (await get('/v1/me', plain)).json as { id: string };

/** A session that existed before its user turned 2FA on elsewhere: it never passed the second factor. */
const withoutFactor = await (async () => {
  const email = await newUser(organizationId, 'factor', true);
  const [before, enabling] = [await sessionOf(email), await sessionOf(email)];
  await enroll(enabling);
  return { session: before, challenge: await challengeOf(email) };
})();
const ended = await (async () => {
  const token = await sessionOf(await newUser(organizationId, 'ended', true));
  await post('/v1/sign-out', undefined, token);
  return token;
})();
const changed = async (name: string, change: (token: string) => Promise<unknown>): Promise<string> => {
  const token = await sessionOf(await newUser(organizationId, name, true));
  await change(token);
  return token;
};
const HOUR = 3_600_000;
const suspended = await changed('suspended', suspend);
const expired = await changed('expired', (token) => setSession(token, 'expiresAt', Date.now()));
const idle = await changed('idle', (token) => setSession(token, 'lastSeenAt', Date.now() - HOUR));
/** With a second factor: an administrator without one is told to turn it on first. */
const stale = await freshAdmin(await newUser(organizationId, 'stale', true));
await setSession(stale, 'identityConfirmedAt', Date.now() - HOUR);
const foreign = await freshAdmin(stranger.admin);

/** Where an empty body would say nothing about who is let in. */
const bodies: Record<string, object> = {
  resetTwoFactor: { reason: 'lost' },
  issueBypassCode: { reason: 'lost' },
  liftWaits: { reason: 'called' },
  updateUser: { name: 'Renamed' },
};

/** Where a token was exchanged for a new one, that one is used from then on. */
const rotated = new Map<string, string>();
const latest = (token: string): string => rotated.get(token) ?? token;
const outcome = async ({ id, method, path, body }: Operation, caller: string | undefined): Promise<string> => {
  const answer = await call(method, path.replace('{userId}', plainId).replace('{sessionId}', 'none'), {
    token: caller && latest(caller),
    body: body ? (bodies[id] ?? {}) : undefined,
  });
  const { session } = (answer.json ?? {}) as { session?: { token: string } };
  if (caller && session) rotated.set(caller, session.token);
  return answer.status < 400 ? 'in' : (answer.json as { code: string }).code;
};
/** Signing out would end the session that the other operations are tried with. */
const tried = operationList.filter(({ auth, id }) => auth !== 'none' && id !== 'signOut');
const rows = tried.map((operation) => [operation.id, operation] as const);
/** `not_found`: whoever is let in finds no such session. */
const IN = /^(in|request_invalid|two_factor_not_enabled|not_found)$/;

describe.each(rows)('%s', (_, operation) => {
  it.each([
    ['no token', undefined],
    ['a challenge’s token', withoutFactor.challenge],
    ['a session that never passed the second factor', withoutFactor.session],
    ['an ended session', ended],
    ['an expired session', expired],
    ['an idle session', idle],
    ['a suspended user’s session', suspended],
  ])('refuses %s', async (_, token) => {
    expect(await outcome(operation, token)).toBe('session_required');
  });

  it('lets in whom it should', async () => {
    expect(await outcome(operation, permissionOf(operation.auth) ? boss : plain)).toMatch(IN);
    expect(await outcome(operation, permissionOf(operation.auth) ? boss : chief)).toMatch(IN);
  });
});

const needsAdmin = (auth: Operation['auth']): boolean => permissionOf(auth) === 'users:manage';
const where = (holds: (auth: Operation['auth']) => boolean) => rows.filter(([, operation]) => holds(operation.auth));

describe.each(where(needsAdmin))('%s', (_, operation) => {
  it('needs the permission to manage users, in this organization', async () => {
    expect(await outcome(operation, plain)).toBe('permission_required');
    expect(await outcome(operation, foreign)).toMatch(operation.params ? /^not_found$/ : IN);
  });
});

describe.each(where(needsFresh))('%s', (_, operation) => {
  it('needs a fresh identity', async () => {
    expect(await outcome(operation, stale)).toBe('identity_confirmation_required');
  });
});

/** Of one's sessions, the one that asks: every other one is someone's until the person proves to be themselves. */
const endsOthers = ({ endsSession }: Operation): boolean => endsSession === 'ifNamed';

describe.each(where((auth) => !needsFresh(auth)).filter(([, operation]) => !endsOthers(operation)))(
  '%s',
  (_, operation) => {
    it('does not need a fresh identity', async () => {
      expect(await outcome(operation, stale)).toMatch(IN);
    });
  },
);

describe.each(rows.filter(([, operation]) => endsOthers(operation)))('%s', (_, operation) => {
  it('needs a fresh identity for a session that is not the one that asks', async () => {
    expect(await outcome(operation, stale)).toBe('identity_confirmation_required');
  });
});

describe('what nobody asked for', () => {
  it.each([
    [
      'permissions of one’s own',
      { email: `a@${organizationId}.example`, name: 'A', permissions: ['users:manage', 'root'] },
    ],
    ['an organization', { email: `b@${organizationId}.example`, name: 'B', organizationId: stranger.organizationId }],
    ['a status or a version', { email: `c@${organizationId}.example`, name: 'C', status: 'active', authVersion: 9 }],
  ])('%s cannot be assigned', async (_, body) => {
    expect((await post('/v1/users', body, boss)).status).toBe(400);
  });

  it('nor can a prototype be polluted', async () => {
    const body = `{"email":"d@${organizationId}.example","name":"D","__proto__":{"permissions":["users:manage"]}}`;
    expect((await post('/v1/users', body, boss)).status).toBe(400);
    expect((await get('/v1/users', latest(plain))).status).toBe(403);
  });
});
