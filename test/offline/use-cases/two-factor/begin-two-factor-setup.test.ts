import { base32 } from '@scure/base';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginTwoFactorSetup } from '../../../../shared/use-cases/two-factor/begin-two-factor-setup.ts';
import { newWorld, type World } from '../../../world.ts';

let world: World;
let token: string;
let userId: string;
const email = 'uma@acme.example';

beforeEach(async () => {
  world = newWorld();
  ({ userId } = await world.register(email));
  token = await world.signInWithPassword(email);
});
const begin = async () => beginTwoFactorSetup(world.needs, await world.as(token));

describe('begin setup', () => {
  it('shows a fresh 20-byte secret with the organization’s name', async () => {
    const setup = await begin();
    expect(base32.decode(setup.secret)).toHaveLength(20);
    expect(setup).toMatchObject({ issuer: 'Acme Telecom', account: email });
    expect(setup.otpauthUri).toContain(`secret=${setup.secret}`);
    expect(setup.qrCode).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect((await begin()).secret).not.toBe(setup.secret);
  });

  it('stores the secret sealed for this user, and does not turn 2FA on', async () => {
    const { secret } = await begin();
    expect(Buffer.from(world.state.setups.get(userId)?.sealedSecret ?? []).toString()).toContain(
      `totp-secret/${userId}/`,
    );
    expect(JSON.stringify([...world.state.setups])).not.toContain(secret);
    expect(world.state.twoFactors.size).toBe(0);
    expect(await world.signInWithPassword(email)).toMatch(/^sps_/);
  });
});
