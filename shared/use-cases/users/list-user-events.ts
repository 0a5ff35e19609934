import type { CallerContext } from '../../domain/request.ts';
import { eventView } from '../../domain/views.ts';
import { type EventPageInput, type EventPageNeeds, eventPage } from '../common/event-page.ts';
import { type UserNeeds, userOfOrganization } from './steps/user-of-organization.ts';

type Input = EventPageInput & { userId: string };

/** What happened to the account of one user of the administrator's organization: who did what, when, from where. */
export const listUserEvents = async (needs: UserNeeds & EventPageNeeds, context: CallerContext, input: Input) => {
  const user = await userOfOrganization(needs, context, input.userId);
  return eventPage(needs, user.id, input, (event) => eventView(user, event));
};
