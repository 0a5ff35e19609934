import { beforeEach, describe, expect, it } from 'vitest';
import { healRestored } from '../../../../shared/use-cases/operator/heal-restored.ts';
import { restoredTables } from '../../../memory/restored-tables.ts';
import { memoryStores } from '../../../memory/stores.ts';
import { newWorld, type World } from '../../../world.ts';

/* Two tables: the world goes on, and a copy of what it was like at a moment is healed. */

let world: World;
const ann = 'ann@acme.example';
const bob = 'bob@acme.example';
let idOf: (email: string) => string;

beforeEach(async () => {
  world = newWorld();
  await world.register(ann);
  await world.register(bob);
  idOf = (email) => world.state.credentials.get(email)?.userId ?? '';
});

const departedOf = (...emails: string[]) =>
  emails.map((email) => ({ userId: idOf(email), actorId: 'command-line', deletedAt: world.context().now }));

/** What the table was like, healed against what the world has become since. */
const heal = async (
  restored: World['state'],
  {
    newer = restoredTables(world.state),
    erased = [] as string[],
    kept = [] as string[],
  }: { newer?: ReturnType<typeof restoredTables> | null; erased?: string[]; kept?: string[] } = {},
) => {
  const stores = memoryStores(restored);
  const needs = { ids: world.needs.ids, deletions: stores.deletions, restored: restoredTables(restored), newer };
  return healRestored(needs, { now: world.context().now, actorId: 'command-line', erased, kept });
};
const then = (): World['state'] => structuredClone(world.state);

describe('a restored table', () => {
  it('loses its sessions, and everyone gets versions that no session has', async () => {
    await world.signInWithPassword(ann);
    const restored = then();
    const healing = await heal(restored);
    expect(healing).toMatchObject({
      healed: 2,
      suspended: [],
      passwordsClosed: [],
      missing: [],
      doubtful: [],
      failed: {},
    });
    expect(healing.removedItems).toBeGreaterThan(0);
    expect(restored.sessions.size).toBe(0);
    const user = restored.users.get(idOf(ann));
    expect(user?.sessions).toEqual({});
    expect(user?.authVersion).toBeGreaterThan(world.state.users.get(idOf(ann))?.authVersion ?? Infinity);
  });

  it('keeps what was withdrawn since: suspensions, permissions, passwords', async () => {
    const restored = then();
    const before = restored.users.get(idOf(bob));
    if (before) before.permissions = ['users:manage'];
    const now = world.state.users.get(idOf(ann));
    if (now) Object.assign(now, { status: 'suspended', passwordVersion: now.passwordVersion + 1 });
    const healing = await heal(restored);
    expect(healing.suspended).toEqual([idOf(ann)]);
    expect(healing.passwordsClosed).toEqual([idOf(ann)]);
    expect(healing.permissionsWithdrawn).toEqual([idOf(bob)]);
    expect(restored.credentials.get(ann)?.passwordHash).toBeUndefined();
    expect(restored.credentials.get(bob)?.passwordHash).toBeDefined();
    expect(restored.users.get(idOf(bob))?.permissions).toEqual([]);
  });

  it('withdraws recovery codes that may have been used, once, and says who is in doubt', async () => {
    const restored = then();
    await world.enroll(await world.signInWithPassword(ann));
    const enrolled = then();
    const found = { userId: idOf(ann), email: ann, doubts: ['two_factor_was_on'] };
    expect((await heal(restored)).doubtful).toEqual([found]);
    expect((await heal(enrolled)).recoveryCodesWithdrawn).toEqual([]);
    expect((await heal(enrolled, { newer: null })).recoveryCodesWithdrawn).toEqual([idOf(ann)]);
    expect((await heal(enrolled, { newer: null })).recoveryCodesWithdrawn).toEqual([]);
    expect(enrolled.events.get(idOf(ann))?.map(({ type }) => type)).toContain('recovery_codes_withdrawn');
  });

  it('erases again whom the newer table or a list names, and nobody twice', async () => {
    const restored = then();
    const [gone, listed] = [idOf(ann), idOf(bob)];
    const newer = restoredTables(world.state, departedOf(ann));
    const healing = await heal(restored, { newer, erased: [listed, 'unknown'] });
    expect(healing.erased).toEqual([gone, listed]);
    expect([restored.users.size, restored.credentials.size, restored.erasures.size]).toEqual([0, 0, 0]);
    expect((await heal(restored, { newer })).erased).toEqual([]);
  });

  it('lacks whoever came since', async () => {
    const restored = then();
    await world.register('cid@acme.example');
    expect((await heal(restored)).missing).toEqual([idOf('cid@acme.example')]);
  });

  it('is refused in place of the newer one', async () => {
    const older = then();
    world.advance(60_000);
    await world.signInWithPassword(ann);
    await expect(heal(world.state, { newer: restoredTables(older) })).rejects.toThrow('the wrong way round');
  });

  it('keeps whom nobody had the right to delete, suspend or demote', async () => {
    const restored = then();
    const now = world.state.users.get(idOf(ann));
    if (now) now.status = 'suspended';
    const newer = restoredTables(world.state, departedOf(bob));
    const healing = await heal(restored, { newer, kept: [idOf(ann), idOf(bob)] });
    expect([healing.suspended, healing.erased]).toEqual([[], []]);
    expect([...restored.users.values()].map(({ status }) => status)).toEqual(['active', 'active']);
  });

  it('assumes the worst of what cannot be read in the newer table, and goes on', async () => {
    await world.enroll(await world.signInWithPassword(ann));
    const restored = then();
    const newer = restoredTables(world.state);
    const damaged = {
      ...newer,
      access: (id: string) => (id === idOf(ann) ? Promise.reject(new TypeError('no number')) : newer.access(id)),
    };
    const healing = await heal(restored, { newer: damaged });
    expect(healing).toMatchObject({ healed: 2, passwordsClosed: [idOf(ann)], recoveryCodesWithdrawn: [idOf(ann)] });
    expect(healing.doubtful).toEqual([{ userId: idOf(ann), email: ann, doubts: ['newer_unreadable'] }]);
  });

  it('names accounts that it could not heal, and heals the others', async () => {
    const restored = then();
    const stores = memoryStores(restored);
    const table = restoredTables(restored);
    const needs = {
      ...{ ids: world.needs.ids, deletions: stores.deletions, newer: null },
      restored: {
        ...table,
        heal: (...given: Parameters<typeof table.heal>) =>
          given[0].user.email === ann ? Promise.resolve('changed' as const) : table.heal(...given),
      },
    };
    const given = { now: world.context().now, actorId: 'command-line', erased: [], kept: [] };
    const healing = await healRestored(needs, given);
    expect(healing.healed).toBe(1);
    expect(healing.failed).toEqual({ [idOf(ann)]: 'temporarily_unavailable' });
  });

  it('ends what was pending of people who are gone: nobody is told a second time', async () => {
    const { deletions } = memoryStores(world.state);
    const user = world.state.users.get(idOf(ann));
    const id = idOf(ann);
    if (!user) throw new Error('nobody');
    const erasure = {
      ...{ id: world.needs.ids.next(world.context().now), userId: id, organizationId: user.organizationId, email: ann },
      ...{ name: '', permissions: [], hadPassword: true, actorId: id, at: world.context().now, ip: '' },
    };
    const newer = restoredTables(world.state, departedOf(ann));
    await deletions.delete({ user, erasure, now: world.context().now });
    const restored = then();
    expect(restored.erasures.size).toBe(1);
    await heal(restored, { newer });
    expect(restored.erasures.size).toBe(0);
  });
});
