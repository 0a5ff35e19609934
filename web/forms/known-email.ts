let known = '';

/**
 * The address that was used last on this page, so that no one types it twice on the way through signing in. It is kept
 * only while the document lives: on a shared machine, nothing stays.
 */
export const knownEmail = (): string => known;
export const rememberEmail = (email: string): void => {
  known = email;
};
