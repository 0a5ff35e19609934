import { beforeAll, describe, expect, it } from 'vitest';
import { needsFresh, type Operation, permissionOf } from '../../../shared/contract/operation.ts';
import { type OperationId, operations } from '../../../shared/contract/operations.ts';
import { type ExampleRequest, newScene, send } from '../../examples/example.ts';
import { examples } from '../../examples/examples.ts';
import { type Answer, challengeOf, enroll, get, newUser, post, sessionOf } from '../../kit/product.ts';
import { setSession, suspend } from '../../kit/table.ts';

/*
 * Calls every operation as every kind of caller, with a request that succeeds for the right one: a refusal must be
 * because of the caller.
 */
const HOUR = 3_600_000;
const scene = await newScene();
const { organizationId } = scene;
const stranger = await newScene();
const plain = await scene.person();

/** A session from before its user turned on 2FA elsewhere: it never passed the second factor. */
const withoutFactor = await (async () => {
  const email = await newUser(organizationId, 'factor', true);
  const [before, enabling] = [await sessionOf(email), await sessionOf(email)];
  await enroll(enabling);
  return { session: before, challenge: await challengeOf(email) };
})();
const changed = async (name: string, change: (token: string) => Promise<unknown>): Promise<string> => {
  const token = await sessionOf(await newUser(organizationId, name, true));
  await change(token);
  return token;
};
const ended = await changed('ended', (token) => post('/v1/sign-out', undefined, token));
const suspended = await changed('suspended', suspend);
const expired = await changed('expired', (token) => setSession(token, 'expiresAt', Date.now()));
const idle = await changed('idle', (token) => setSession(token, 'lastSeenAt', Date.now() - HOUR));

const codeOfProblem = ({ json }: Answer): string | undefined => (json as { code?: string } | undefined)?.code;
const confirmedAgo = (token: string, ms: number) => setSession(token, 'identityConfirmedAt', Date.now() - ms);

const operationIds = Object.keys(operations) as OperationId[];
const withSession = operationIds.filter((id) => operations[id].auth !== 'none');
/** The caller may end its own session; every other session counts as someone else’s until the identity is confirmed. */
const asksForFresh = (id: OperationId): boolean => {
  const { auth, endsSession }: Operation = operations[id];
  return needsFresh(auth) || endsSession === 'ifNamed';
};

describe.each(withSession)('%s', (id) => {
  const operation: Operation = operations[id];
  let request: ExampleRequest & { token: string };
  const as = (token: string | undefined) => {
    const { token: _, ...rest } = request;
    return send(id, { ...rest, ...(token !== undefined && { token }) });
  };

  beforeAll(async () => {
    const { token, ...rest } = await examples[id](scene);
    if (token === undefined) throw new Error(`the example of ${id} has no session`);
    request = { ...rest, token };
  });

  it.each([
    ['no token', undefined],
    ['a challenge’s token', withoutFactor.challenge],
    ['a session that never passed the second factor', withoutFactor.session],
    ['an ended session', ended],
    ['an expired session', expired],
    ['an idle session', idle],
    ['a suspended user’s session', suspended],
  ])('refuses %s', async (_, token) => {
    expect(codeOfProblem(await as(token))).toBe('session_required');
  });

  it.runIf(permissionOf(operation.auth))('needs the permission to manage users', async () => {
    expect(codeOfProblem(await as(plain.token))).toBe('permission_required');
  });

  it.runIf(permissionOf(operation.auth) && operation.params)('finds nothing in another organization', async () => {
    expect(codeOfProblem(await as(stranger.admin))).toBe('not_found');
  });

  it.runIf(asksForFresh(id))('needs a fresh identity', async () => {
    await confirmedAgo(request.token, HOUR);
    expect(codeOfProblem(await as(request.token))).toBe('identity_confirmation_required');
    await confirmedAgo(request.token, 0);
  });

  const howFresh = asksForFresh(id) ? 'with a fresh identity' : 'however long ago the identity was confirmed';
  it(`accepts an authorized caller, ${howFresh}`, async () => {
    if (!asksForFresh(id)) await confirmedAgo(request.token, HOUR);
    expect((await as(request.token)).status).toBe(operation.status);
    // The administrator’s session is the one that all examples use.
    if (request.token === scene.admin) await confirmedAgo(scene.admin, 0);
  });
});

describe('fields that no one asked for', () => {
  it.each([
    [
      'permissions of your own',
      { email: `a@${organizationId}.example`, name: 'A', permissions: ['users:manage', 'root'] },
    ],
    ['an organization', { email: `b@${organizationId}.example`, name: 'B', organizationId: stranger.organizationId }],
    ['a status or a version', { email: `c@${organizationId}.example`, name: 'C', status: 'active', authVersion: 9 }],
  ])('%s cannot be assigned', async (_, body) => {
    expect((await post('/v1/users', body, scene.admin)).status).toBe(400);
  });

  it('and prototypes cannot be polluted', async () => {
    const body = `{"email":"d@${organizationId}.example","name":"D","__proto__":{"permissions":["users:manage"]}}`;
    expect((await post('/v1/users', body, scene.admin)).status).toBe(400);
    expect((await get('/v1/users', plain.token)).status).toBe(403);
  });
});
