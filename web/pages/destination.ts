const HOME = '/account';

/** Where to go after signing in: an address of this site, whatever a link to the sign-in page asks for. */
export const destinationOf = (next: string | undefined): string => {
  if (next === undefined || !URL.canParse(next, location.origin)) return HOME;
  const url = new URL(next, location.origin);
  return next.startsWith('/') && url.origin === location.origin ? url.pathname + url.search : HOME;
};
