import { beforeEach, describe, expect, it, vi } from 'vitest';
import { remindOrganization } from '../../../../shared/use-cases/follow-up/remind.ts';
import type { World } from '../../../world.ts';
import { newPeople } from '../people.ts';

let world: World;
let organizationId: string;
beforeEach(async () => {
  ({ world, organizationId } = await newPeople());
});

describe('reminders', () => {
  it('of an organization of more than a page go to all of them', async () => {
    const page = world.needs.users.page;
    const small = vi.spyOn(world.needs.users, 'page').mockImplementation((query) => page({ ...query, limit: 1 }));
    const all = { organizationId, actorId: 'command-line' };
    expect(await remindOrganization(world.needs, world.context(), all)).toEqual({ reminded: 2, skipped: 0 });
    expect(small).toHaveBeenCalledTimes(2);
  });

  it('of a whole organization go to all who have it off, page by page', async () => {
    await world.register('on@acme.example', organizationId);
    await world.enroll(await world.signInWithPassword('on@acme.example'));
    const all = () => remindOrganization(world.needs, world.context(), { organizationId, actorId: 'command-line' });
    expect(await all()).toEqual({ reminded: 2, skipped: 0 });
    expect(await all()).toEqual({ reminded: 0, skipped: 2 });
  });
});
