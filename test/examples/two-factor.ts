import { codeOf } from '../kit/product.ts';
import { type Example, send } from './example.ts';

const enrolled: Example = async ({ enrolledPerson }) => ({ token: (await enrolledPerson()).token });

export const beginTwoFactorSetup: Example = async ({ person }) => ({ token: (await person()).token });
export const confirmTwoFactorSetup: Example = async ({ person }) => {
  const { token } = await person();
  const { json } = await send('beginTwoFactorSetup', { token });
  const { setupId, secret } = json as { setupId: string; secret: string };
  return { token, body: { setupId, code: codeOf(secret) } };
};
export const disableTwoFactor = enrolled;
export const showRecoveryCodes = enrolled;
export const regenerateRecoveryCodes = enrolled;
