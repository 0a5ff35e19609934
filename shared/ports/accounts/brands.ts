import type { Brand, Organization } from '../../domain/entities/organization.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { LogoImage } from '../logos.ts';
import type { ActorGone } from './changes.ts';

export type BrandChange = {
  /** As it was read. */
  organization: Organization;
  name: string;
  brand: Brand;
  /** A new image; the one that it replaces stays for a year, for mails that show it. */
  logo?: LogoImage | undefined;
  /** The administrator, and what goes into their history; null for the operator. */
  by: { actor: User; event: SecurityEvent } | null;
  now: Instant;
};

export type Brands = {
  /** Changes name and brand together, unless someone else has changed the brand since it was read. */
  change(change: BrandChange): Promise<'set' | 'changed' | ActorGone>;
  logo(organizationId: string, logoId: string): Promise<LogoImage | null>;
};
