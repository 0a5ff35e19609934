import type { SecurityEvent } from '../domain/events/security-event.ts';
import type { Organizations } from '../ports/accounts/organizations.ts';
import type { SecurityEvents } from '../ports/history/security-events.ts';

type Needs = {
  organizations: Pick<Organizations, 'administrators'>;
  securityEvents: Pick<SecurityEvents, 'put'>;
};
/** A change of someone's rights, as far as the others should know. */
type Told = Pick<SecurityEvent, 'id' | 'actorId' | 'at' | 'ip' | 'userAgent' | 'place' | 'permissions'> & {
  type: string;
};

/**
 * Writes one event to the history of each other administrator, which triggers their mail: if one fails, the others are
 * not repeated.
 */
export const tellAdministrators = async (
  { organizations, securityEvents }: Needs,
  { id, actorId, at, ip, userAgent, place, permissions, type }: Told,
  about: { id: string; organizationId: string },
): Promise<void> => {
  const ids = await organizations.administrators(about.organizationId);
  const others = ids.filter((other) => other !== about.id && other !== actorId);
  const event: SecurityEvent = {
    ...{ id, type: 'administrators_changed', actorId, at, ip, userAgent, place, permissions },
    ...{ aboutId: about.id, reason: type },
  };
  await Promise.all(others.map((other) => securityEvents.put(other, event)));
};
