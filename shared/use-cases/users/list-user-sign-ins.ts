import type { CallerContext } from '../../domain/request.ts';
import { type SignInPageInput, type SignInPageNeeds, signInPage } from '../common/sign-in-page.ts';
import { type UserNeeds, userOfOrganization } from './steps/user-of-organization.ts';

type Input = SignInPageInput & { userId: string };

/** The sign-ins of one user of the administrator's organization. */
export const listUserSignIns = async (needs: UserNeeds & SignInPageNeeds, context: CallerContext, input: Input) => {
  const user = await userOfOrganization(needs, context, input.userId);
  return signInPage(needs, user.id, input);
};
