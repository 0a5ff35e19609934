import { readChallengeToken, readDeviceTokens, readToken } from '../../../domain/sessions/tokens.ts';
import type { HttpEvent } from '../event.ts';

/*
 * `__Host-` cookies: only this host, only this path, only over TLS, and no script reads them. Where the configured origin
 * is plain http (a developer's machine), name and flag go without, since not every browser takes them there.
 */

const names = ['session', 'challenge', 'device'] as const;
export type CookieName = (typeof names)[number];

/** A browser's challenges and devices may be several, of its tabs and accounts: one of ours makes the cookie ours. */
const isOurs: Record<CookieName, (value: string) => boolean> = {
  session: (value) => readToken('session', value) !== null,
  challenge: (value) => value.split('~').some((token) => readChallengeToken(token) !== null),
  device: (value) => readDeviceTokens(value).length > 0,
};

const isSecure = (origin: string): boolean => origin.startsWith('https://');
const fullName = (name: CookieName, origin: string): string => (isSecure(origin) ? `__Host-${name}` : name);

/**
 * The product's cookies of a request, by short name. A cookie of the same name that holds none of our tokens belongs to
 * another program on this host: programs share their cookies, whatever their ports.
 */
export const readCookies = ({ cookies = [] }: HttpEvent, origin: string): Partial<Record<CookieName, string>> => {
  const sent = new Map(
    cookies.map((cookie): [string, string] => {
      const [name = '', ...value] = cookie.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
  const found = names.flatMap((name) => {
    const value = sent.get(fullName(name, origin));
    return value && isOurs[name](value) ? [[name, value]] : [];
  });
  return Object.fromEntries(found);
};

/** A cookie until a point in time. */
export const setCookie = (name: CookieName, value: string, lifetimeSeconds: number, origin: string): string =>
  [
    `${fullName(name, origin)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${Math.max(0, Math.floor(lifetimeSeconds))}`,
    ...(isSecure(origin) ? ['Secure'] : []),
  ].join('; ');

export const clearCookie = (name: CookieName, origin: string): string => setCookie(name, '', 0, origin);
