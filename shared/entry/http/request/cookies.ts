import { readChallengeToken, readDeviceTokens, readToken } from '../../../domain/sessions/tokens.ts';
import type { HttpEvent } from '../event.ts';

/*
 * `__Host-` cookies: only this host, only this path, only over TLS, and not readable by scripts. If the configured
 * origin is plain http (a developer's machine), the prefix and the flag are left out, since not every browser accepts
 * them there.
 */

const names = ['session', 'challenge', 'device'] as const;
export type CookieName = (typeof names)[number];

/**
 * A browser may have several challenges and devices, for its tabs and accounts: one of our tokens makes the cookie
 * ours.
 */
const isOurs: Record<CookieName, (value: string) => boolean> = {
  session: (value) => readToken('session', value) !== null,
  challenge: (value) => value.split('~').some((token) => readChallengeToken(token) !== null),
  device: (value) => readDeviceTokens(value).length > 0,
};

const isSecure = (origin: string): boolean => origin.startsWith('https://');
const fullName = (name: CookieName, origin: string): string => (isSecure(origin) ? `__Host-${name}` : name);

/**
 * The product's cookies in a request, by short name. A cookie with the same name but none of our tokens belongs to
 * another program on this host: programs share cookies across ports.
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

/** A cookie that expires at a given time. */
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
