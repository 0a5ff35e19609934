import type { Organization, TwoFactorPolicy } from '../../domain/entities/organization.ts';
import type { User } from '../../domain/entities/user.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import type { ActorGone } from './changes.ts';

export type Organizations = {
  get(id: string): Promise<Organization | null>;
  create(organization: Organization): Promise<void>;
  /** The event goes into the administrator's history. */
  setTwoFactorPolicy(change: {
    organizationId: string;
    policy: TwoFactorPolicy;
    actor: User;
    event: SecurityEvent;
  }): Promise<'set' | 'not_found' | ActorGone>;
  /** The domains that it may invite; if empty, any domain. */
  setDomains(organizationId: string, domains: string[]): Promise<'set' | 'not_found'>;
  /** The ids of its active administrators. */
  administrators(organizationId: string): Promise<string[]>;
};
