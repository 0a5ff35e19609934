import { describe, expect, it } from 'vitest';
import { updateBrand } from '../../../shared/use-cases/brand/update-brand.ts';
import { base64, pngLogo, svgLogo } from '../../kit/logos.ts';
import { newPeople, type People } from '../use-cases/people.ts';
import { newPost } from './post.ts';

const mailWith = async (people: People, input: Parameters<typeof updateBrand>[2]) => {
  await updateBrand(people.world.needs, await people.asAdmin(), input);
  const post = newPost(people.world, people.userId);
  await post.tell(post.happened('password_changed'));
  return post.onlyMail();
};

describe('a mail of an organization with a brand', () => {
  it('has its colors, its support contact and its links, as a page and as text', async () => {
    const { html, text } = await mailWith(await newPeople(), {
      ...{ accent: { light: '#7a1fa2', dark: '#d9a8f0' }, supportContact: 'https://acme.example/help' },
      links: [{ text: 'Privacy & more', url: 'https://acme.example/privacy?a=1&b=2' }],
    });
    expect(html).toContain('#7a1fa2');
    expect(html).toContain('color:#d9a8f0!important');
    expect(html).not.toContain('#0b5f67');
    expect(html).toContain('<a class="accent" href="https://acme.example/privacy?a=1&#38;b=2"');
    expect(html).not.toContain('<img');
    expect(text).toContain('Need help? Contact https://acme.example/help.');
    expect(text).toContain('Privacy & more: https://acme.example/privacy?a=1&b=2');
  });

  it('names the deployment’s contact where the organization names no one', async () => {
    const people = await newPeople();
    const { world, userId } = people;
    const needs = { ...world.needs, supportContact: 'help@sallyport.example' };
    const supported = newPost({ ...world, needs }, userId);
    await supported.tell(supported.happened('password_changed'));
    expect(supported.onlyMail().text).toContain('Need help? Contact help@sallyport.example.');
    await updateBrand(world.needs, await people.asAdmin(), { supportContact: 'help@acme.example' });
    supported.mails.length = 0;
    await supported.tell({ ...supported.happened('password_set') });
    expect(supported.onlyMail().text).toContain('Need help? Contact help@acme.example.');
  });

  it.each([
    [pngLogo(64, 64), 32, 32],
    [pngLogo(1_000, 50), 200, 10],
    [pngLogo(96, 48), 64, 32],
  ])('shows a PNG logo whole, at a size that every program obeys', async (logo, width, height) => {
    const { html } = await mailWith(await newPeople(), { logo: base64(logo) });
    expect(html).toMatch(
      new RegExp(
        `<img src="https://auth\\.example\\.com/v1/organizations/[^"]+" alt="Acme Telecom" width="${width}" height="${height}"`,
      ),
    );
  });

  it('shows the name in place of an SVG, which many programs do not show', async () => {
    const { html } = await mailWith(await newPeople(), { logo: base64(svgLogo()) });
    expect(html).not.toContain('<img');
    expect(html).toContain('Acme Telecom');
  });
});
