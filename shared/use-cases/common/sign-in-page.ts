import { decodeCursor, encodeCursor } from '../../domain/cursor.ts';
import { ID_PATTERN } from '../../domain/fields.ts';
import { signInView } from '../../domain/views.ts';
import type { SignIns } from '../../ports/accounts/sign-ins.ts';

export type SignInPageNeeds = { signIns: Pick<SignIns, 'page'> };
export type SignInPageInput = { limit: number; cursor?: string | undefined };

/** A user's sign-ins, newest first. */
export const signInPage = async ({ signIns }: SignInPageNeeds, userId: string, { limit, cursor }: SignInPageInput) => {
  const before = cursor === undefined ? undefined : decodeCursor(cursor, (id) => ID_PATTERN.test(id));
  const page = await signIns.page(userId, limit, before);
  return { signIns: page.signIns.map(signInView), ...(page.next && { nextCursor: encodeCursor(page.next) }) };
};
