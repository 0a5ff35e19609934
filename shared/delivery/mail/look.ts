import type { Accent } from '../../domain/brand/accent.ts';
import type { BrandLink } from '../../domain/brand/links.ts';
import type { Organization } from '../../domain/entities/organization.ts';
import { logoPath } from '../../domain/views.ts';

/** What makes a mail the organization's own. */
type MailLogo = { url: string; width: number; height: number };
export type Look = { accent?: Accent; logo?: MailLogo; supportContact?: string; links?: BrandLink[] };

const MOST = { width: 200, height: 32 };

/** Many mail programs show no SVG, and some no size but that of the attributes. */
const mailLogo = ({ id, brand }: Organization, origin: string): MailLogo | undefined => {
  const { logo } = brand ?? {};
  if (!logo?.width || !logo.height) return undefined;
  const scale = Math.min(MOST.width / logo.width, MOST.height / logo.height);
  const [width, height] = [logo.width, logo.height].map((side) => Math.max(1, Math.round(side * scale)));
  return { url: origin + logoPath(id, logo.id), width: width ?? 1, height: height ?? 1 };
};

/** `support`: whom the deployment names where the organization names no one. */
export const lookOf = (organization: Organization, origin: string, support?: string | undefined): Look => {
  const { accent, supportContact = support, links } = organization.brand ?? {};
  const logo = mailLogo(organization, origin);
  return {
    ...(accent && { accent }),
    ...(logo && { logo }),
    ...(supportContact && { supportContact }),
    ...(links && { links }),
  };
};
