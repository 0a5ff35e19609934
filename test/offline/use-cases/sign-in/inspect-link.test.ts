import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../../../../shared/domain/instant.ts';
import { inspectLink } from '../../../../shared/use-cases/sign-in/inspect-link.ts';
import { setPassword } from '../../../../shared/use-cases/sign-in/set-password.ts';
import { failureOf, PASSWORD, type World } from '../../../world.ts';
import { newPeople, type People } from '../people.ts';

let world: World;
let invited: People['invited'];
beforeEach(async () => {
  ({ world, invited } = await newPeople());
});

describe('a link', () => {
  it('says beforehand whose it is', async () => {
    const { user, token } = await invited();
    const inspect = () => inspectLink(world.needs, world.context(), { token });
    expect(await inspect()).toMatchObject({ email: user.email, purpose: 'invitation' });
    await setPassword(world.needs, world.context(), { token, newPassword: PASSWORD });
    expect(await failureOf(inspect())).toBe('challenge_invalid');
  });

  it('that has expired, or was never issued, belongs to no one', async () => {
    const { token } = await invited();
    const inspect = (of: string) => failureOf(inspectLink(world.needs, world.context(), { token: of }));
    expect(await inspect('nonsense')).toBe('challenge_invalid');
    expect(await inspect(token)).toBe('none');
    world.advance(72 * HOUR);
    expect(await inspect(token)).toBe('challenge_invalid');
  });
});
