import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../../../shared/domain/entities/user.ts';
import { SECOND } from '../../../../shared/domain/instant.ts';
import { idempotencyOf } from '../../../../shared/domain/sessions/idempotency.ts';
import { signInRecoveryCode } from '../../../../shared/use-cases/sign-in/sign-in-recovery-code.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { beginTwoFactorSetup } from '../../../../shared/use-cases/two-factor/begin-two-factor-setup.ts';
import { confirmTwoFactorSetup } from '../../../../shared/use-cases/two-factor/confirm-two-factor-setup.ts';
import { regenerateRecoveryCodes } from '../../../../shared/use-cases/two-factor/regenerate-recovery-codes.ts';
import { createUser } from '../../../../shared/use-cases/users/create-user.ts';
import { failureOf, newWorld, type World } from '../../../world.ts';

let world: World;
let token: string;
let userId: string;
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  ({ userId } = await world.register(email, undefined, ['users:manage']));
  token = await world.signInWithPassword(email);
});

type Sent = { operation: string; presented: string; input: object; key?: string };
const keyed = ({ operation, presented, input, key = randomUUID() }: Sent) => ({
  idempotency: idempotencyOf({ key, token: presented, operation, input }),
});
const challenged = async () => {
  const { secret, recoveryCodes } = await world.enroll(token);
  world.advance(30 * SECOND);
  const challengeToken = await world.startChallenge(email);
  const input = { challengeToken, code: world.codeOf(secret) };
  const asked = keyed({ operation: 'signInTotp', presented: challengeToken, input: { code: input.code } });
  const ask = () => signInTotp(world.needs, { ...world.context(), ...asked }, input);
  return { ask, challengeToken, recoveryCodes };
};
const user = (): User => world.state.users.get(userId) as User;

describe('the same request again', () => {
  it('signs in once and gets the same answer', async () => {
    const { ask } = await challenged();
    const first = await ask();
    const count = world.state.signIns.get(userId)?.length;
    expect(await ask()).toEqual(first);
    expect(world.state.signIns.get(userId)).toHaveLength(count ?? 0);
  });

  it('uses one recovery code', async () => {
    const { challengeToken, recoveryCodes } = await challenged();
    const recoveryCode = recoveryCodes[0]?.replaceAll('-', '') ?? '';
    const asked = keyed({ operation: 'signInRecoveryCode', presented: challengeToken, input: { recoveryCode } });
    const ask = () =>
      signInRecoveryCode(world.needs, { ...world.context(), ...asked }, { challengeToken, recoveryCode });
    expect(await ask()).toEqual(await ask());
  });

  it('enables once, with the codes that work', async () => {
    const setup = await beginTwoFactorSetup(world.needs, await world.as(token));
    const input = { setupId: setup.setupId, code: world.codeOf(setup.secret) };
    const asked = keyed({ operation: 'confirmTwoFactorSetup', presented: token, input });
    // As the session was read: the first answer ends it, and the same request asks for a lost answer.
    const caller = await world.as(token);
    const ask = () => confirmTwoFactorSetup(world.needs, { ...caller, ...asked }, input);
    const first = await ask();
    expect(await ask()).toEqual(first);
  });

  it('regenerates once; another request under its key is refused', async () => {
    ({ token } = await world.enroll(token));
    const key = randomUUID();
    const caller = await world.as(token);
    const ask = (input: object) => {
      const asked = keyed({ operation: 'regenerateRecoveryCodes', presented: token, input, key });
      return regenerateRecoveryCodes(world.needs, { ...caller, ...asked });
    };
    const first = await ask({});
    expect(await ask({})).toEqual(first);
    expect(await failureOf(ask({ other: true }))).toBe('request_invalid');
  });

  it('creates one user; another one under its key is refused', async () => {
    const key = randomUUID();
    const ask = async (name: string) => {
      const input = { email: `${name}@acme.example`, name };
      const asked = keyed({ operation: 'createUser', presented: token, input, key });
      return createUser(world.needs, { ...(await world.as(token)), ...asked }, input);
    };
    const first = await ask('one');
    expect(await ask('one')).toEqual(first);
    expect(await failureOf(ask('two'))).toBe('request_invalid');
    expect(world.state.credentials.has('two@acme.example')).toBe(false);
  });
});

describe('an answer is not given again', () => {
  const cases: [string, () => void][] = [
    ['after its minute', () => world.advance(60 * SECOND)],
    ['to a suspended user', () => Object.assign(user(), { status: 'suspended' })],
    ['after the sessions were ended', () => Object.assign(user(), { authVersion: user().authVersion + 1 })],
    ['after the end of the session that it hands out', () => Object.assign(user(), { sessions: {} })],
    ['to a user who is gone', () => void world.state.users.delete(userId)],
    ['when it is not there', () => world.state.replies.clear()],
  ];
  it.each(cases)('%s', async (_, happens) => {
    const { ask } = await challenged();
    await ask();
    happens();
    expect(await failureOf(ask())).toBe('challenge_invalid');
  });

  it('without its key', async () => {
    const { ask, challengeToken } = await challenged();
    await ask();
    const plain = signInTotp(world.needs, world.context(), { challengeToken, code: '000000' });
    expect(await failureOf(plain)).toBe('challenge_invalid');
  });
});
