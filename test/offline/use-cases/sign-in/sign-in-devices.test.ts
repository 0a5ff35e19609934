import { describe, expect, it } from 'vitest';
import { signIn } from '../../../../shared/use-cases/sign-in/sign-in.ts';
import { signInTotp } from '../../../../shared/use-cases/sign-in/sign-in-totp.ts';
import { failureOf, newWorld, PASSWORD, type World } from '../../../world.ts';

const email = 'uma@acme.example';
const MADE_UP = `spd_${'0'.repeat(26)}_${'x'.repeat(43)}`;

/** Every store call of a sign-in, by name and order. */
const callsOf = async (world: World, address: string, deviceToken: string | undefined): Promise<string[]> => {
  const calls: string[] = [];
  const spied = Object.fromEntries(
    Object.entries(world.needs).map(([name, target]) => [
      name,
      typeof target !== 'object'
        ? target
        : new Proxy(target, {
            get: (from, key) => {
              const found = Reflect.get(from, key) as unknown;
              if (typeof found !== 'function') return found;
              return (...args: unknown[]) => {
                calls.push(`${name}.${String(key)}`);
                return found.apply(from, args) as unknown;
              };
            },
          }),
    ]),
  ) as typeof world.needs;
  await failureOf(signIn(spied, world.context(), { email: address, password: 'wrong', deviceToken }));
  return calls;
};

/** A wrong password must look the same for an account and for an address without one, whatever device it comes from. */
describe('a wrong password makes the same calls for known and unknown addresses', () => {
  const tokens: [string, (world: World) => Promise<string | undefined>][] = [
    ['from no known device', async () => undefined],
    ['with a device token that was never issued', async () => MADE_UP],
    [
      'with the device token of another account',
      async (world) => {
        await world.register('bea@acme.example');
        const entered = await signIn(world.needs, world.context(), { email: 'bea@acme.example', password: PASSWORD });
        return entered.status === 'signed_in' ? entered.device?.token : undefined;
      },
    ],
  ];

  it.each(tokens)('%s', async (_, tokenIn) => {
    const world = newWorld();
    await world.register(email);
    const token = await tokenIn(world);
    const known = await callsOf(world, email, token);
    expect(await callsOf(world, 'nobody@acme.example', token)).toEqual(known);
    expect(known.includes('limits.findDevices')).toBe(token !== undefined);
  });

  it.each(tokens)('also when it has to wait, %s', async (_, tokenIn) => {
    const world = newWorld();
    await world.register(email);
    const token = await tokenIn(world);
    for (let count = 0; count < 5; count += 1) {
      await callsOf(world, email, token);
      await callsOf(world, 'nobody@acme.example', token);
    }
    expect(await callsOf(world, 'nobody@acme.example', token)).toEqual(await callsOf(world, email, token));
  });
});

/**
 * The password alone does not make a device known to the second factor: its challenges share the strangers' counter.
 */
describe('a device that passed the second factor', () => {
  const challengeAt = async (world: World, deviceToken: string | undefined): Promise<string> => {
    const answer = await signIn(world.needs, world.context(), { email, password: PASSWORD, deviceToken });
    if (answer.status !== 'two_factor_required') throw new Error('no challenge');
    return answer.challenge.token;
  };

  it('is known from then on, until the factor changes', async () => {
    const world = newWorld();
    await world.register(email);
    const first = await signIn(world.needs, world.context(), { email, password: PASSWORD });
    if (first.status !== 'signed_in') throw new Error('not signed in');
    const passwordOnly = first.device?.token;
    const { secret, token } = await world.enroll(first.session.token);
    expect(await challengeAt(world, passwordOnly)).toMatch(/^spc_/);

    world.advance(60_000);
    const challengeToken = await challengeAt(world, passwordOnly);
    const entered = await signInTotp(world.needs, world.context(), { challengeToken, code: world.codeOf(secret) });
    expect(await challengeAt(world, entered.device?.token)).toMatch(/^spk_/);

    // Replaced by another app.
    await world.enroll(entered.session.token ?? token);
    expect(await challengeAt(world, entered.device?.token)).toMatch(/^spc_/);
  });
});
