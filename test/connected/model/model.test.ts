import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../faults/facts.ts';
import { type Account, type Done, explain, newAccount } from './model.ts';
import { newModelWorld, type Wish } from './world.ts';

const isFull = process.env.FAULTS === 'full';
const RUNS = isFull ? 400 : 12;

const wishes: Wish['wish'][] = [
  ...([
    'password',
    'password',
    'passwordElsewhere',
    'begin',
    'begin',
    'confirm',
    'confirm',
    'confirm',
    'totp',
    'totp',
  ] as const),
  ...(['totpNext', 'totpReplay', 'redeem', 'redeem', 'redeemUsed', 'regenerate', 'show', 'confirmWrong'] as const),
  ...(['disable', 'signOut', 'reset', 'suspend', 'resume', 'resume'] as const),
];

/** Wishes at the same time: from different clients, or from the same impatient one. */
const round = fc.array(fc.record({ client: fc.nat(2), wish: fc.constantFrom(...wishes) }), {
  minLength: 1,
  maxLength: 3,
});
const step = fc.oneof({ weight: 5, arbitrary: round }, { weight: 1, arbitrary: fc.constant('later' as const) });

/** Signed in, and most of the time with 2FA on: what follows is then more interesting. */
const prelude: Wish[][] = [
  [{ client: 0, wish: 'password' }],
  [{ client: 0, wish: 'begin' }],
  [{ client: 0, wish: 'confirm' }],
  [{ client: 0, wish: 'password' }],
  [{ client: 0, wish: 'totpNext' }],
  [{ client: 1, wish: 'password' }],
  [{ client: 2, wish: 'password' }],
];

let commands = 0;
/** How often each command ended in each way: this checks that every important case occurs. */
const endings = new Map<string, number>();

type World = Awaited<ReturnType<typeof newModelWorld>>;

/** Carries out the wishes at the same time. */
const doAll = async (world: World, wishesNow: Wish[]): Promise<Done[]> => {
  const meant = wishesNow.flatMap((wish) => {
    const command = world.commandOf(wish);
    return command ? [{ command, client: wish.client }] : [];
  });
  const done: Done[] = await Promise.all(
    meant.map(async ({ command, client }) => ({ command, outcome: await world.run(command, client) })),
  );
  for (const [index, { command, outcome }] of done.entries()) {
    world.remember(command, meant[index]?.client ?? 0, outcome);
    const ending = `${command.name} ${outcome.status}`;
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
    if (outcome.challenge?.startsWith('spk_')) endings.set('known challenge', 1);
  }
  commands += done.length;
  return done;
};

/** The possible states of the account, according to the answers and the table. */
const possibleAfter = async (world: World, before: Account[], done: Done[], trail: Done[][]): Promise<Account[]> => {
  const possible = before.flatMap((account) => explain(account, done));
  const explained = [...new Map(possible.map((account) => [JSON.stringify(account), account])).values()];
  if (explained.length === 0) {
    throw new Error(`no order explains ${JSON.stringify({ before, done }, null, 1)}\nafter ${JSON.stringify(trail)}`);
  }
  const { isTwoFactorOn, recoveryCodes } = await factsOf(world.userId);
  const accounts = explained.filter(({ factor }) => (factor !== null) === isTwoFactorOn);
  if (accounts.length === 0) throw new Error(`2FA is ${isTwoFactorOn} in the table after ${JSON.stringify(trail)}`);
  if (recoveryCodes.length !== (isTwoFactorOn ? 8 : 0)) throw new Error(`I2: ${recoveryCodes.length} codes`);
  return accounts;
};

const play = async (steps: (Wish[] | 'later')[]): Promise<void> => {
  const world = await newModelWorld();
  let accounts: Account[] = [newAccount];
  const trail: Done[][] = [];
  for (const wishesNow of steps) {
    if (wishesNow === 'later') {
      world.advance(31);
      continue;
    }
    const done = await doAll(world, wishesNow);
    trail.push(done);
    accounts = await possibleAfter(world, accounts, done, trail);
  }
  // Every token ever handed out opens exactly what the account's state says: a rotated one is dead.
  const tokens = new Set(trail.flat().flatMap(({ outcome }) => outcome.session ?? []));
  const alive = new Set<string>();
  for (const token of tokens) if (await world.isAlive(token)) alive.add(token);
  const isSo = accounts.some(({ isSuspended, sessions }) => {
    const live = isSuspended ? [] : sessions;
    return live.length === alive.size && live.every((token) => alive.has(token));
  });
  if (!isSo) throw new Error(`sessions are ${JSON.stringify({ alive: [...alive], accounts, trail })}`);
};

describe('an account under random commands from several clients at once', () => {
  it('behaves as if they came one after the other (linearizable)', {
    timeout: isFull ? 3_600_000 : 120_000,
  }, async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    const runs = fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 3, maxLength: 12 }), (isOn, steps) =>
      play([...(isOn ? prelude : prelude.slice(0, 1)), ...steps]),
    );
    await fc.assert(runs, { seed, numRuns: RUNS, endOnFailure: !isFull });
    expect(commands).toBeGreaterThan(RUNS);
    if (!isFull) return;
    const often = [...endings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ending, count]) => `${count} × ${ending}`);
    console.log(`model: ${RUNS} runs, ${commands} commands, seed ${seed}\n${often.join(', ')}`);
    for (const ending of [
      'totp 200',
      'totp 401',
      'redeem 200',
      'redeem 401',
      'confirm 200',
      'disable 200',
      'regenerate 200',
      'reset 204',
    ]) {
      expect(endings.get(ending), ending).toBeGreaterThan(0);
    }
  });
});
