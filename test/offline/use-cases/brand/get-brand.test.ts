import { describe, expect, it } from 'vitest';
import { getBrand } from '../../../../shared/use-cases/brand/get-brand.ts';
import { newId } from '../../../fixtures.ts';
import { failureOf } from '../../../world.ts';
import { newPeople } from '../people.ts';

describe('the brand of an organization', () => {
  it('has its name and look, and nothing else of the organization', async () => {
    const { world, organizationId } = await newPeople();
    await world.needs.organizations.setDomains(organizationId, ['acme.example']);
    const found = await getBrand(world.needs, world.context(), { organizationId });
    expect(found).toEqual({ name: 'Acme Telecom', links: [] });
  });

  it('of one that does not exist is not there', async () => {
    const { world } = await newPeople();
    expect(await failureOf(getBrand(world.needs, world.context(), { organizationId: newId() }))).toBe('not_found');
  });
});
