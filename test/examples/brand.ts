import { randomInt } from 'node:crypto';
import { base64, pngLogo } from '../kit/logos.ts';
import { type Example, send } from './example.ts';

export const getBrand: Example = async ({ organizationId }) => ({ params: { organizationId } });

/** Another each time: nothing is written for what is there already. */
export const updateBrand: Example = async ({ admin, newEmail }) => ({
  token: admin,
  body: {
    accent: { light: '#7a1fa2', dark: '#d9a8f0' },
    logo: base64(pngLogo(randomInt(16, 1_000))),
    supportContact: newEmail(),
    links: [{ text: 'Privacy', url: 'https://acme.example/privacy' }],
  },
});

export const getLogo: Example = async (scene) => {
  const { json } = await send('updateBrand', await updateBrand(scene));
  const { logo } = json as { logo: { url: string } };
  return { params: { organizationId: scene.organizationId, logoId: logo.url.split('/').at(-1) ?? '' } };
};
