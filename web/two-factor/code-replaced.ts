/*
 * Records that the sign-in used up a recovery code, which is shown until the new set has been seen. It is in the
 * history entry, which no one can link to.
 */

export const keepCodeReplaced = (): void => history.replaceState({ codeReplaced: true }, '');
export const forgetCodeReplaced = (): void => history.replaceState(null, '');
export const isCodeReplaced = (): boolean =>
  (history.state as { codeReplaced?: boolean } | null)?.codeReplaced === true;
