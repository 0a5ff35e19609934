import type { CallerContext } from '../../domain/request.ts';
import { ownEventView } from '../../domain/views.ts';
import { type EventPageInput, type EventPageNeeds, eventPage } from '../common/event-page.ts';

/** What happened to the caller's account. */
export const listEvents = (needs: EventPageNeeds, { caller }: CallerContext, input: EventPageInput) =>
  eventPage(needs, caller.user.id, input, (event) => ownEventView(caller.user, event));
