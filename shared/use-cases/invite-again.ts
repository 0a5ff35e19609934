import type { CallerContext } from '../domain/request.ts';
import { type InviteAgainNeeds, issueInvitation } from './steps/invite-user.ts';
import { somebodyElse } from './steps/somebody-else.ts';
import { untilUnchanged } from './steps/until-unchanged.ts';
import { type UserNeeds, userOfOrganization } from './steps/user-of-organization.ts';

/** Another link to set a password; the user hears of it, for it sets a new one where there is one already. */
export const inviteAgain = (needs: InviteAgainNeeds & UserNeeds, context: CallerContext, input: { userId: string }) =>
  untilUnchanged(async () => {
    const { user: admin } = context.caller;
    const user = somebodyElse(admin, await userOfOrganization(needs, admin, input.userId), '#/userId');
    const invited = { userId: user.id, passwordVersion: user.passwordVersion };
    const invitation = await issueInvitation(needs, invited, context, admin.id);
    return invitation === 'changed' ? invitation : { invitation };
  });
