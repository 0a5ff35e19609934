const HOME = '/account';

/** Whether a path belongs to the pages for signed-in people. */
export const isInside = (path: string): boolean => /^\/(account|users)(\/|$)/.test(path);

/** Where to go after signing in: always a page for signed-in people, whatever a link to the sign-in page asks for. */
export const destinationOf = (next: string | undefined): string => {
  if (next === undefined || !URL.canParse(next, location.origin)) return HOME;
  const { origin, pathname, search } = new URL(next, location.origin);
  return origin === location.origin && isInside(pathname) ? pathname + search : HOME;
};
