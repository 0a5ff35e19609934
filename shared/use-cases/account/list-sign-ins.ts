import type { CallerContext } from '../../domain/request.ts';
import { type SignInPageInput, type SignInPageNeeds, signInPage } from '../common/sign-in-page.ts';

/** The caller's sign-ins. */
export const listSignIns = (needs: SignInPageNeeds, { caller }: CallerContext, input: SignInPageInput) =>
  signInPage(needs, caller.user.id, input);
