import type { Accent } from '../../../domain/brand/accent.ts';
import type { BrandLink } from '../../../domain/brand/links.ts';
import { type Brand, Logo, type Organization } from '../../../domain/entities/organization.ts';
import { Failure } from '../../../domain/errors.ts';
import type { LogoImage, LogoReader } from '../../../ports/logos.ts';

/** What is to change; what is not there stays, and null removes. */
export type BrandInput = {
  name?: string | undefined;
  accent?: Accent | null | undefined;
  /** Base64. */
  logo?: string | null | undefined;
  supportContact?: string | null | undefined;
  lostPhoneHelp?: string | null | undefined;
  links?: BrandLink[] | undefined;
};

/** @throws Failure `request_invalid` for something that is no picture, or more than one */
export const readLogo = (logos: LogoReader, logo: BrandInput['logo']): LogoImage | null | undefined => {
  if (typeof logo !== 'string') return logo;
  const found = logos.read(Buffer.from(logo, 'base64'));
  if ('detail' in found) throw new Failure('request_invalid', { errors: [{ pointer: '#/logo', ...found }] });
  return found;
};

const kept = <T>(change: T | null | undefined, before: T | undefined): T | undefined =>
  change === undefined ? before : (change ?? undefined);

/** The brand after a change. */
export const changedBrand = (
  { brand: before = { version: 0 } }: Organization,
  input: BrandInput,
  logo: LogoImage | null | undefined,
): Brand => {
  const accent = kept(input.accent, before.accent);
  const shown = kept(logo, before.logo);
  const supportContact = kept(input.supportContact, before.supportContact);
  const lostPhoneHelp = kept(input.lostPhoneHelp, before.lostPhoneHelp);
  const links = input.links ?? before.links ?? [];
  return {
    ...(accent && { accent }),
    ...(shown && { logo: Logo.parse(shown) }),
    ...(supportContact && { supportContact }),
    ...(lostPhoneHelp && { lostPhoneHelp }),
    ...(links.length > 0 && { links }),
    version: before.version + 1,
  };
};

const parts = ['accent', 'logo', 'supportContact', 'lostPhoneHelp', 'links'] as const;

/** What a change changes, by name, for the history. */
export const changedParts = ({ name, brand }: Organization, newName: string, changed: Brand): string[] => [
  ...(name === newName ? [] : ['name']),
  ...parts.filter((part) => JSON.stringify(brand?.[part]) !== JSON.stringify(changed[part])),
];
