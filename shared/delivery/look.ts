import type { Accent } from '../domain/brand/accent.ts';
import type { BrandLink } from '../domain/brand/links.ts';
import type { Organization } from '../domain/entities/organization.ts';
import { brandView } from '../domain/views.ts';

/** What makes a mail the organization's own. */
export type Look = { accent?: Accent; logoUrl?: string; supportContact?: string; links?: BrandLink[] };

/** Many mail programs show no SVG: there, the name stays. */
export const lookOf = (organization: Organization, origin: string): Look => {
  const { accent, logo, supportContact, links } = brandView(organization);
  return {
    ...(accent && { accent }),
    ...(logo?.type === 'image/png' && { logoUrl: origin + logo.url }),
    ...(supportContact && { supportContact }),
    links,
  };
};
