import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, anySource, PASSWORD } from '../../kit/product.ts';
import { newModelWorld, type Wish } from './world.ts';

/*
 * A stranger who knows the password, at addresses of their choice, one of which is the owner's own. Whatever the
 * stranger does, the owner can sign in from a device that has passed the second factor, and with a recovery code
 * anywhere.
 */

const isFull = process.env.FAULTS === 'full';
const RUNS = isFull ? 150 : 8;
const TIMEOUT = isFull ? 3_600_000 : 120_000;
const SOURCES = 5;
const NO_CODE = '000000-000000-000000-000000';

const acts = ['password', 'password', 'code', 'code', 'code', 'recoveryCode', 'pass', 'reset'] as const;
type Act = { source: number; act: (typeof acts)[number] | 'wrongPassword' };
type Round = Act[] | 'later' | 'hour';

const actOf = (names: readonly Act['act'][]): fc.Arbitrary<Act> =>
  fc.record({ source: fc.nat(SOURCES - 1), act: fc.constantFrom(...names) });
const siegeOf = (names: readonly Act['act'][]) => {
  const atOnce = fc.array(actOf(names), { minLength: 1, maxLength: 6 });
  const pause = fc.constantFrom('later' as const, 'hour' as const);
  const round = fc.oneof({ weight: 6, arbitrary: atOnce }, { weight: 1, arbitrary: pause });
  return fc.record({
    before: fc.array(round, { minLength: 1, maxLength: 12 }),
    /** While the owner has entered only the password. */
    between: fc
      .array(round, { maxLength: 2 })
      .map((rounds) => rounds.flatMap((one) => (Array.isArray(one) ? one : []))),
    /** While the owner's own requests are in progress. */
    meanwhile: fc.array(actOf(names), { maxLength: 3 }),
  });
};
type Siege = ReturnType<typeof siegeOf> extends fc.Arbitrary<infer T> ? T : never;

/** How often the stranger's acts ended in each way: a stranger who never meets a limit proves nothing. */
const endings = new Map<string, number>();

const newOwner = async () => {
  const world = await newModelWorld();
  const wishes: Wish['wish'][] = ['password', 'begin', 'confirm', 'password', 'totpNext'];
  for (const wish of wishes) {
    const command = world.commandOf({ client: 0, wish });
    if (!command) throw new Error(`nothing to ${wish} with`);
    world.remember(command, 0, await world.run(command, 0));
  }
  const deviceToken = world.clients[0]?.device;
  if (!deviceToken) throw new Error('no known device');
  world.advance(61);

  const sources = Array.from({ length: SOURCES }, anySource);
  let challenge = '';
  const credentials = { email: world.email, password: PASSWORD };
  const request = ({ source, act }: Act): Promise<Answer> => {
    const send = (path: string, body: object) => world.send('POST', path, undefined, body, sources[source]);
    switch (act) {
      case 'password':
        return send('/v1/sign-in', credentials);
      case 'wrongPassword':
        return send('/v1/sign-in', { ...credentials, password: 'wrong' });
      case 'code': {
        const code = world.codeAt(world.known.secret, world.stepNow() + 1_000);
        return send('/v1/sign-in/totp', { challengeToken: challenge, code });
      }
      case 'recoveryCode':
        return send('/v1/sign-in/recovery-code', {
          challengeToken: challenge,
          recoveryCode: NO_CODE,
        });
      case 'pass':
        return send('/v1/sign-in/bypass-code', {
          challengeToken: challenge,
          bypassCode: NO_CODE,
        });
      default:
        return send('/v1/password/forgot', { email: world.email });
    }
  };
  const stranger = async (act: Act): Promise<Answer> => {
    const answer = await request(act);
    const begun = answer.json as { challenge?: { token: string } } | undefined;
    if (begun?.challenge) challenge = begun.challenge.token;
    const ending = `${act.act} ${answer.status}`;
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
    return answer;
  };

  /** If told to try again at once, it does. */
  const owner = async (path: string, body: object, source: string): Promise<Answer> => {
    const answer = await world.send('POST', path, undefined, body, source);
    if (answer.status !== 503) return answer;
    await setTimeout(1_000);
    return world.send('POST', path, undefined, body, source);
  };
  /** The owner's requests, with what the stranger does between and during them. */
  const enter = async (
    { between, meanwhile }: Pick<Siege, 'between' | 'meanwhile'>,
    how: { device?: string; source: string; answer: (challengeToken: string) => [path: string, body: object] },
  ): Promise<void> => {
    const beside = async (sent: Promise<Answer>): Promise<Answer> => {
      const [answer] = await Promise.all([sent, ...meanwhile.map(stranger)]);
      return answer;
    };
    const begun = await beside(owner('/v1/sign-in', { ...credentials, deviceToken: how.device }, how.source));
    expect([begun.status, begun.body]).toEqual([200, expect.stringContaining('two_factor_required')]);
    await Promise.all(between.map(stranger));
    const { token } = (begun.json as { challenge: { token: string } }).challenge;
    const entered = await beside(owner(...how.answer(token), how.source));
    expect([entered.status, entered.body]).toEqual([200, expect.stringContaining('signed_in')]);
  };
  return {
    world,
    stranger,
    suffer: async (rounds: Round[]): Promise<void> => {
      for (const round of rounds) {
        if (Array.isArray(round)) await Promise.all(round.map(stranger));
        else world.advance(round === 'later' ? 31 : 3_600);
      }
    },
    /** With the app, from an address that the stranger also uses. */
    enterAtDevice: (siege: Pick<Siege, 'between' | 'meanwhile'>) =>
      enter(siege, {
        ...{ device: deviceToken, source: sources[0] ?? '' },
        answer: (challengeToken) => [
          '/v1/sign-in/totp',
          { challengeToken, code: world.codeAt(world.known.secret, world.stepNow()) },
        ],
      }),
    enterByRecoveryCode: (siege: Pick<Siege, 'between' | 'meanwhile'>) =>
      enter(siege, {
        source: anySource(),
        answer: (challengeToken) => [
          '/v1/sign-in/recovery-code',
          { challengeToken, recoveryCode: world.known.codes.pop() },
        ],
      }),
  };
};

describe('whatever a stranger who knows the password does', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const options = { seed, numRuns: RUNS, endOnFailure: !isFull };

  it('the owner can sign in from a device that has passed the second factor', { timeout: TIMEOUT }, async () => {
    const runs = fc.asyncProperty(siegeOf([...acts, 'wrongPassword', 'wrongPassword']), async (siege) => {
      const { suffer, enterAtDevice } = await newOwner();
      await suffer(siege.before);
      await enterAtDevice(siege);
    });
    await fc.assert(runs, options);
  });

  it('the owner can sign in with a recovery code, from an unknown device', { timeout: TIMEOUT }, async () => {
    const runs = fc.asyncProperty(siegeOf(acts), async (siege) => {
      const { suffer, enterByRecoveryCode } = await newOwner();
      await suffer(siege.before);
      await enterByRecoveryCode(siege);
    });
    await fc.assert(runs, options);
    if (isFull) console.log(`siege: seed ${seed}, ${[...endings].map((ending) => ending.join(': ')).join(', ')}`);
  });

  it('both hold after a hundred wrong codes, when strangers may enter no more codes', {
    timeout: TIMEOUT,
  }, async () => {
    const { world, stranger, enterAtDevice, enterByRecoveryCode } = await newOwner();
    for (let failures = 0; failures < 100; ) {
      await stranger({ source: failures % SOURCES, act: 'password' });
      const { status } = await stranger({ source: failures % SOURCES, act: 'code' });
      if (status === 401) failures += 1;
      // Past every wait; if the day's failures are spent, into the next day.
      world.advance(status === 429 ? 24 * 3_600 : 3_601);
    }
    await stranger({ source: 1, act: 'password' });
    const refused = await stranger({ source: 1, act: 'code' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
    const calm = { between: [], meanwhile: [] };
    await enterAtDevice(calm);
    await enterByRecoveryCode(calm);
  });
});
