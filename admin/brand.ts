import { readFile } from 'node:fs/promises';
import { Accent } from '../shared/domain/brand/accent.ts';
import { BrandLinks, LostPhoneHelp, SupportContact } from '../shared/domain/brand/links.ts';
import type { Organization } from '../shared/domain/entities/organization.ts';
import { Failure } from '../shared/domain/errors.ts';
import { Id, Name } from '../shared/domain/fields.ts';
import { type BrandInput, changedBrand, readLogo } from '../shared/use-cases/brand/steps/changed-brand.ts';
import { requireShowable } from '../shared/use-cases/brand/steps/require-showable.ts';
import { optimistically } from '../shared/use-cases/common/optimistically.ts';
import type { AdminNeeds } from './needs.ts';
import { option } from './option.ts';

type Options = {
  organization: string;
  name?: string;
  accent?: string[];
  logo?: string;
  support?: string;
  lostPhone?: string;
  link?: string[];
};

const REMOVED = 'none';

const linkOf = (given: string) => {
  const [text = '', ...address] = given.split('=');
  return { text, url: address.join('=') };
};

const inputOf = async ({ name, accent, logo, support, lostPhone, link }: Options): Promise<BrandInput> => {
  const [light, dark] = accent ?? [];
  return {
    ...(name !== undefined && { name: option(Name, 'name', name) }),
    ...(accent && { accent: light === REMOVED ? null : option(Accent, 'accent', { light, dark }) }),
    ...(logo !== undefined && { logo: logo === REMOVED ? null : (await readFile(logo)).toString('base64') }),
    ...(support !== undefined && {
      supportContact: support === REMOVED ? null : option(SupportContact, 'support', support),
    }),
    ...(lostPhone !== undefined && {
      lostPhoneHelp: lostPhone === REMOVED ? null : option(LostPhoneHelp, 'lost-phone', lostPhone),
    }),
    ...(link && { links: link[0] === REMOVED ? [] : option(BrandLinks, 'link', link.map(linkOf)) }),
  };
};

/** The reason, in place of the code that a client of the API would get. */
const explained = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure && error.errors?.[0]) throw new Error(error.errors[0].detail);
    throw error;
  }
};

/** What is not given stays. */
export const setBrand = async (needs: AdminNeeds, options: Options) => {
  const organizationId = option(Id, 'organization', options.organization);
  const input = await inputOf(options);
  const logo = explained(() => {
    requireShowable(input.name);
    return readLogo(needs.logos, input.logo);
  });
  const changed = await optimistically(async () => {
    const organization: Organization | null = await needs.organizations.get(organizationId);
    if (!organization) throw new Error('there is no such organization');
    const { name = organization.name } = input;
    const brand = changedBrand(organization, input, logo);
    const change = { organization, name, brand, logo: logo ?? undefined, by: null, now: needs.clock.now() };
    return (await needs.brands.change(change)) === 'set' ? { name, brand } : 'changed';
  });
  const { name, brand } = changed;
  return {
    ...{ organizationId, name },
    accent: brand.accent ? `${brand.accent.light} ${brand.accent.dark}` : 'default',
    logo: brand.logo?.type ?? REMOVED,
    support: brand.supportContact ?? REMOVED,
    'lost-phone': brand.lostPhoneHelp ?? REMOVED,
    links: brand.links?.map(({ text }) => text).join(', ') ?? REMOVED,
  };
};
