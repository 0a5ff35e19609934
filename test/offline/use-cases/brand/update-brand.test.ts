import { beforeEach, describe, expect, it, vi } from 'vitest';
import { updateBrand as operation } from '../../../../shared/contract/operations/brand-change.ts';
import { getBrand } from '../../../../shared/use-cases/brand/get-brand.ts';
import type { BrandInput } from '../../../../shared/use-cases/brand/steps/changed-brand.ts';
import { updateBrand } from '../../../../shared/use-cases/brand/update-brand.ts';
import { base64, pngLogo, svgLogo } from '../../../kit/logos.ts';
import { failureOf, type World } from '../../../world.ts';
import { newPeople, type People } from '../people.ts';

let world: World;
let people: People;
beforeEach(async () => {
  people = await newPeople();
  ({ world } = people);
});
const update = async (input: BrandInput) => updateBrand(world.needs, await people.asAdmin(), input);
const seen = () => getBrand(world.needs, world.context(), { organizationId: people.organizationId });
const accent = { light: '#7a1fa2', dark: '#d9a8f0' };
const everything = {
  ...{ name: 'Acme Two', accent, logo: base64(pngLogo()), supportContact: 'help@acme.example' },
  links: [{ text: 'Privacy', url: 'https://acme.example/privacy' }],
};

describe('changing the brand', () => {
  it('changes what is sent, and anyone sees it', async () => {
    expect(await seen()).toEqual({ name: 'Acme Telecom', links: [] });
    const answer = await update(everything);
    expect(answer).toEqual({
      ...{ name: 'Acme Two', accent, supportContact: 'help@acme.example', links: everything.links },
      logo: {
        url: expect.stringMatching(/^\/v1\/organizations\/[0-9a-z]{26}\/logos\/[0-9a-f]{32}$/),
        type: 'image/png',
      },
    });
    expect(await seen()).toEqual(answer);
    expect(operation.reply.parse(answer)).toEqual(answer);
  });

  it('leaves what is not sent, and removes what is null', async () => {
    const before = await update(everything);
    expect(await update({ supportContact: null })).toEqual({ ...before, supportContact: undefined });
    const { logo: _, accent: __, ...rest } = await update({ logo: null, accent: null, links: [] });
    expect(rest).toEqual({ name: 'Acme Two', links: [] });
    expect(await seen()).toEqual(rest);
  });

  it('is in the history of the administrator, with what changed and nothing if nothing did', async () => {
    const events = () => world.state.events.get(people.adminId)?.filter(({ type }) => type === 'brand_changed') ?? [];
    await update(everything);
    expect(events()).toMatchObject([{ actorId: people.adminId, reason: 'name, accent, logo, supportContact, links' }]);
    await update(everything);
    expect(events()).toHaveLength(1);
    await update({ logo: base64(svgLogo()) });
    expect(events()[1]).toMatchObject({ reason: 'logo' });
  });

  it('refuses an image that is none, and a name that no app could show', async () => {
    const refused = update({ logo: base64('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>') });
    await expect(refused).rejects.toMatchObject({
      code: 'request_invalid',
      errors: [{ pointer: '#/logo', code: 'logo_unsafe' }],
    });
    await expect(update({ name: ':' })).rejects.toMatchObject({ errors: [{ pointer: '#/name' }] });
    expect(await seen()).toEqual({ name: 'Acme Telecom', links: [] });
  });

  it.each(['Your account is locked: call 0800 123 4567', 'evil.example', 'help@evil.example'])(
    'refuses a name that would be a message in mails to strangers: %s',
    async (name) => {
      await expect(update({ name })).rejects.toMatchObject({
        errors: [{ pointer: '#/name', code: 'name_like_address' }],
      });
    },
  );

  it('leaves a name that an operator chose', async () => {
    const organization = world.state.organizations.get(people.organizationId);
    if (organization) organization.name = 'Booking.example';
    expect(await update({ name: 'Booking.example', supportContact: 'help@acme.example' })).toMatchObject({
      ...{ name: 'Booking.example', supportContact: 'help@acme.example' },
    });
  });

  it('keeps what another administrator changes at the same moment', async () => {
    const caller = await people.asAdmin();
    await Promise.all([
      updateBrand(world.needs, caller, { supportContact: 'help@acme.example' }),
      updateBrand(world.needs, caller, { accent }),
    ]);
    expect(await seen()).toMatchObject({ accent, supportContact: 'help@acme.example' });
  });

  it('decides again after losing to another change, and stops when the administrator may no longer do it', async () => {
    const change = vi.spyOn(world.needs.brands, 'change');
    change.mockResolvedValueOnce('changed');
    expect(await failureOf(update({ name: 'Acme Two' }))).toBe('none');
    change.mockResolvedValueOnce('actor_gone');
    expect(await failureOf(update({ name: 'Acme Three' }))).toBe('permission_required');
  });
});
