import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../../shared/domain/instant.ts';
import { listSessions } from '../../../../shared/use-cases/account/list-sessions.ts';
import { defaultSecurity } from '../../../security-settings.ts';
import type { World } from '../../../world.ts';
import { twoSessions } from './two-sessions.ts';

let world: World;
let here: string;
beforeEach(async () => {
  ({ world, here } = await twoSessions());
});
const list = async () => (await listSessions(world.needs, await world.as(here))).sessions;

describe('sessions', () => {
  it('are listed with the latest first, and the caller’s is marked', async () => {
    expect((await list()).map(({ current }) => current)).toEqual([true, false]);
    expect(JSON.stringify(await list())).not.toContain(here.slice(-43));
  });

  it('are not listed after they have expired', async () => {
    world.advance(defaultSecurity.sessionIdleMinutes * MINUTE - MINUTE);
    expect(await list()).toHaveLength(1);
  });
});
