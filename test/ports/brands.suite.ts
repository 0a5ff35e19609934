import { describe, expect, it } from 'vitest';
import type { Brand } from '../../shared/domain/entities/organization.ts';
import { anEvent, NOW, newId } from '../fixtures.ts';
import type { Stores } from '../memory/stores.ts';
import { createdUser } from './enrolled.ts';

export const brandsSuite = (stores: Stores): void => {
  const image = (id: string) => ({ id, type: 'image/png' as const, bytes: new Uint8Array([1, 2, 3]) });
  const newOrganization = async () => {
    const organization = { id: newId(), name: 'Acme', createdAt: NOW };
    await stores.organizations.create(organization);
    return organization;
  };
  const read = async (id: string) => {
    const found = await stores.organizations.get(id);
    if (!found) throw new Error('no organization');
    return found;
  };
  type Changing = { brand: Partial<Brand>; logo?: ReturnType<typeof image>; name?: string };
  const change = async (id: string, { brand, ...rest }: Changing) => {
    const organization = await read(id);
    const version = (organization.brand?.version ?? 0) + 1;
    return stores.brands.change({
      ...{ organization, name: organization.name, by: null, now: NOW },
      ...{ brand: { ...brand, version }, ...rest },
    });
  };

  describe('a brand', () => {
    it('is changed with the name, and its logo is found by its id', async () => {
      const { id } = await newOrganization();
      const logo = image('a'.repeat(32));
      expect(await change(id, { brand: { logo: { id: logo.id, type: logo.type } }, logo, name: 'Acme Two' })).toBe(
        'set',
      );
      expect(await read(id)).toMatchObject({ name: 'Acme Two', brand: { logo: { id: logo.id }, version: 1 } });
      expect(await stores.brands.logo(id, logo.id)).toMatchObject({ type: 'image/png', bytes: logo.bytes });
      expect(await stores.brands.logo(newId(), logo.id)).toBeNull();
    });

    it('keeps a logo that was replaced, for mails that show it', async () => {
      const { id } = await newOrganization();
      const [first, second] = [image('a'.repeat(32)), image('b'.repeat(32))];
      for (const logo of [first, second, first])
        expect(await change(id, { brand: { logo: { id: logo.id, type: logo.type } }, logo })).toBe('set');
      expect(await change(id, { brand: {} })).toBe('set');
      expect(await stores.brands.logo(id, first.id)).not.toBeNull();
      expect(await stores.brands.logo(id, second.id)).not.toBeNull();
    });

    it('that was changed by two at once is changed by one', async () => {
      const { id } = await newOrganization();
      for (const _ of [1, 2]) {
        const organization = await read(id);
        const version = (organization.brand?.version ?? 0) + 1;
        const changing = { organization, by: null, now: NOW };
        const outcomes = await Promise.all(
          ['One', 'Two', 'Three'].map((name) => stores.brands.change({ ...changing, name, brand: { version } })),
        );
        expect(outcomes.toSorted()).toEqual(['changed', 'changed', 'set']);
      }
    });

    it('is not changed by someone who is no administrator any more', async () => {
      const { id } = await newOrganization();
      const { user: actor } = await createdUser(stores, { organizationId: id });
      const by = { actor, event: anEvent('brand_changed', actor.id) };
      const organization = await read(id);
      const outcome = await stores.brands.change({ organization, name: 'X', brand: { version: 1 }, by, now: NOW });
      expect([outcome, (await read(id)).name]).toEqual(['actor_gone', 'Acme']);
    });
  });
};
