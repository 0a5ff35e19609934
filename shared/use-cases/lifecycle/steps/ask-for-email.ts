import type { User } from '../../../domain/entities/user.ts';
import type { Context } from '../../../domain/request.ts';
import type { SecurityEvents } from '../../../ports/history/security-events.ts';
import type { Ids } from '../../../ports/ids.ts';
import { newEvent } from '../../common/new-event.ts';

export type AskForEmailNeeds = { securityEvents: Pick<SecurityEvents, 'put'>; ids: Ids };

/** Writes the event whose mail, to the new address, has the link that confirms it. */
export const askForEmail = async (
  needs: AskForEmailNeeds,
  context: Pick<Context, 'now' | 'client'>,
  { user, email, actorId }: { user: User; email: string; actorId: string },
): Promise<void> => {
  const event = newEvent(needs, context, 'email_change_requested', actorId, {
    newEmail: email,
    authVersion: user.authVersion,
  });
  await needs.securityEvents.put(user.id, event);
};
