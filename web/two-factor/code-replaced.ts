/*
 * That the sign-in used up a recovery code: said until the new set has been seen. In the history's entry, which nobody
 * can link to.
 */

export const keepCodeReplaced = (): void => history.replaceState({ codeReplaced: true }, '');
export const forgetCodeReplaced = (): void => history.replaceState(null, '');
export const isCodeReplaced = (): boolean =>
  (history.state as { codeReplaced?: boolean } | null)?.codeReplaced === true;
