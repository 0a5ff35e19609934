import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SECOND } from '../../../../shared/domain/instant.ts';
import { confirmIdentity } from '../../../../shared/use-cases/account/confirm-identity.ts';
import { getAccount } from '../../../../shared/use-cases/account/get-account.ts';
import { listSignIns } from '../../../../shared/use-cases/account/list-sign-ins.ts';
import { getTwoFactorAdoption } from '../../../../shared/use-cases/follow-up/get-two-factor-adoption.ts';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { signInRecoveryCode } from '../../../../shared/use-cases/sign-in/sign-in-recovery-code.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { disableTwoFactor } from '../../../../shared/use-cases/two-factor/disable-two-factor.ts';
import { regenerateRecoveryCodes } from '../../../../shared/use-cases/two-factor/regenerate-recovery-codes.ts';
import { showRecoveryCodes } from '../../../../shared/use-cases/two-factor/show-recovery-codes.ts';
import { newWorld, PASSWORD, type World } from '../../../world.ts';

/*
 * Sequential hops, counted without a stopwatch: every call to the table or a key takes one unit of a clock that only
 * the test moves, so the time of a use case is the number of its calls that wait for one another.
 */
const UNIT = 1_000;
const email = 'uma@acme.example';
let world: World;
let token: string;
beforeEach(async () => {
  world = newWorld();
  await world.register(email);
  token = await world.signInWithPassword(email);
});
afterEach(() => void vi.useRealTimers());

const AWS = [
  'adoptions',
  'credentials',
  'idempotencyRecords',
  'limits',
  'organizations',
  'passwordTokens',
  'recoveryCodeSets',
  'recoverySecrets',
  'sessions',
  'setups',
  'signIns',
  'totpSecrets',
  'twoFactors',
  'users',
  'watches',
] as const;

/** The same needs, each call one unit away. */
const distant = () => {
  const far = <T extends object>(target: T): T =>
    new Proxy(target, {
      get:
        (from, key) =>
        async (...given: unknown[]) => {
          await new Promise((resolve) => setTimeout(resolve, UNIT));
          return (Reflect.get(from, key) as (...args: unknown[]) => unknown)(...given);
        },
    });
  return {
    ...world.needs,
    ...(Object.fromEntries(AWS.map((name) => [name, far(world.needs[name])])) as Pick<
      World['needs'],
      (typeof AWS)[number]
    >),
  };
};

const hopsOf = async (run: () => Promise<unknown>): Promise<number> => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  let done = false;
  let hops = 0;
  const running = run().finally(() => {
    done = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  while (!done) {
    await vi.advanceTimersByTimeAsync(UNIT);
    hops += 1;
  }
  vi.useRealTimers();
  await running;
  return hops;
};

it('sign-in takes 3 hops, with 2FA and without', async () => {
  const input = { email, password: PASSWORD };
  expect(await hopsOf(() => signIn(distant(), world.context(), input))).toBe(3);
  await world.enroll(token);
  expect(await hopsOf(() => signIn(distant(), world.context(), input))).toBe(3);
});

it('answering a challenge takes 4 hops, source and reservation included', async () => {
  const { secret, recoveryCodes } = await world.enroll(token);
  world.advance(30 * SECOND);
  const first = await world.startChallenge(email);
  const second = await world.startChallenge(email);
  const totp = { challengeToken: first, code: world.codeOf(secret) };
  expect(await hopsOf(() => signInTotp(distant(), world.context(), totp))).toBe(4);
  const recovery = { challengeToken: second, recoveryCode: recoveryCodes[0]?.replaceAll('-', '') ?? '' };
  expect(await hopsOf(() => signInRecoveryCode(distant(), world.context(), recovery))).toBe(4);
});

// Authentication itself adds one.
it('authenticated reads take 1 hop', async () => {
  const caller = await world.as(token);
  const input = { limit: 10 };
  expect(await hopsOf(() => getAccount(distant(), caller))).toBe(1);
  expect(await hopsOf(() => listSignIns(distant(), caller, input))).toBe(1);
  expect(await hopsOf(() => getTwoFactorAdoption(distant(), caller))).toBe(1);
});

it('settings take as few as their steps allow', async () => {
  const { secret, token: enrolled } = await world.enroll(token);
  world.advance(30 * SECOND);
  const confirmed = { password: PASSWORD, code: world.codeOf(secret) };
  const caller = await world.as(enrolled);
  expect(await hopsOf(() => showRecoveryCodes(distant(), caller))).toBe(2);
  expect(await hopsOf(() => confirmIdentity(distant(), caller, confirmed))).toBe(4);
  token = await (async () => {
    world.advance(30 * SECOND);
    const challengeToken = await world.startChallenge(email);
    const { session } = await signInTotp(world.needs, world.context(), { challengeToken, code: world.codeOf(secret) });
    return session.token;
  })();
  const again = await world.as(token);
  let last = again;
  const regenerate = async () => {
    const { session } = await regenerateRecoveryCodes(distant(), again);
    last = await world.as(session.token);
  };
  expect(await hopsOf(regenerate)).toBe(2);
  expect(await hopsOf(() => disableTwoFactor(distant(), last))).toBe(2);
});
