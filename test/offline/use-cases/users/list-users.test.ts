import { beforeEach, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../../../shared/domain/cursor.ts';
import { getTwoFactorAdoption } from '../../../../shared/use-cases/follow-up/get-two-factor-adoption.ts';
import { listUsers } from '../../../../shared/use-cases/users/list-users.ts';
import { failureOf, type World } from '../../../world.ts';
import { admin, newPeople, type People } from '../people.ts';

let world: World;
let organizationId: string;
let asAdmin: People['asAdmin'];
beforeEach(async () => {
  ({ world, organizationId, asAdmin } = await newPeople());
});

describe('user list', () => {
  it('filters by 2FA status and prefix, and pages by cursor', async () => {
    await world.register('ben@acme.example', organizationId);
    await world.enroll(await world.signInWithPassword('ben@acme.example'));
    const caller = await asAdmin();
    const emails = async (input: object) =>
      (await listUsers(world.needs, caller, { limit: 25, ...input })).users.map(({ email }) => email);
    expect(await emails({})).toEqual([admin, 'bea@acme.example', 'ben@acme.example']);
    expect(await emails({ twoFactor: 'enabled' })).toEqual(['ben@acme.example']);
    expect(await emails({ twoFactor: 'disabled', email: 'b' })).toEqual(['bea@acme.example']);
    const first = await listUsers(world.needs, caller, { limit: 2 });
    expect(await emails({ cursor: first.nextCursor })).toEqual(['ben@acme.example']);
    expect(await getTwoFactorAdoption(world.needs, caller)).toEqual({ enabled: 1, disabled: 2, total: 3 });
  });

  it('refuses a cursor from elsewhere', async () => {
    const list = async (input: object) => failureOf(listUsers(world.needs, await asAdmin(), { limit: 25, ...input }));
    expect(await list({ cursor: '%%%' })).toBe('request_invalid');
    expect(await list({ cursor: encodeCursor('a'.repeat(300)) })).toBe('request_invalid');
    expect(await list({ cursor: encodeCursor('zed@x.example'), email: 'b' })).toBe('request_invalid');
  });
});
