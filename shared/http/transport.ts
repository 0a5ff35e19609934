import type { Operation } from '../contract/operation.ts';
import { Failure } from '../domain/errors.ts';
import { type Instant, SECOND } from '../domain/instant.ts';
import { readToken } from '../domain/tokens.ts';
import { type CookieName, clearCookie, readCookies, setCookie } from './cookies.ts';
import type { HttpEvent, HttpResponse } from './event.ts';

/*
 * How tokens travel. `token`: in JSON and as bearer, for apps and scripts. `cookie`: in cookies that no script reads, for
 * pages; the answer's body then has none. What a request brought decides what its answer brings.
 */

export type Transport = 'token' | 'cookie';
export type Credentials = {
  /** The session's token, however it came. */
  session: string | undefined;
  challenge: string | undefined;
  device: string | undefined;
  isCookieSession: boolean;
};

/** Whatever follows the scheme. Other schemes are somebody else's, such as the password of a staging site's proxy. */
const bearerFormat = /^Bearer(?: +(.*))?$/i;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @throws Failure `request_invalid` for a session by cookie and by bearer at once: which one is meant? */
export const readCredentials = (event: HttpEvent, origin: string): Credentials => {
  const { session, challenge, device } = readCookies(event, origin);
  const bearer = bearerFormat.exec(event.headers.authorization?.trim() ?? '');
  if (session !== undefined && bearer) {
    throw new Failure('request_invalid', {
      errors: [{ pointer: '#', detail: 'Send the session as a cookie or as a bearer token, not both' }],
    });
  }
  return { session: session ?? bearer?.[1], challenge, device, isCookieSession: session !== undefined };
};

/**
 * Cross-site requests: whatever its method, a request by cookie must come from our own pages. Reading is no exception,
 * since some of what is read leaves a trace or shows a secret on the screen. A person may open an answer by hand
 * (`none`); browsers that do not say where a request comes from name at least the origin of one that can change something.
 * @throws Failure `origin_rejected`
 */
export const requireSameOrigin = (event: HttpEvent, origin: string): void => {
  const isSafe = safeMethods.has(event.requestContext.http.method);
  const { 'sec-fetch-site': site, origin: sentOrigin } = event.headers;
  const isOurs =
    site === undefined
      ? sentOrigin === origin || (isSafe && sentOrigin === undefined)
      : site === 'same-origin' || (isSafe && site === 'none');
  if (!isOurs) throw new Failure('origin_rejected');
};

/** What an operation's input may have of tokens. */
export type Input = { transport?: Transport; challengeToken?: string; deviceToken?: string };

/** How the answer's tokens travel, and the input with the tokens that came in cookies where the body has none. */
export const chooseTransport = (
  { fromCookies = [] }: Operation,
  input: Input,
  sent: Credentials,
): { input: Input; transport: Transport } => {
  const challengeToken = fromCookies.includes('challengeToken') ? (input.challengeToken ?? sent.challenge) : undefined;
  const isAnsweredByCookie = challengeToken !== undefined && input.challengeToken === undefined;
  const transport = sent.isCookieSession || isAnsweredByCookie ? 'cookie' : (input.transport ?? 'token');
  const deviceToken = input.deviceToken ?? (transport === 'cookie' ? sent.device : undefined);
  return {
    transport,
    input: {
      ...input,
      ...(challengeToken !== undefined && { challengeToken }),
      ...(fromCookies.includes('deviceToken') && deviceToken !== undefined && { deviceToken }),
    },
  };
};

type Token = { token?: string; expiresAt: string };
type Reply = { session?: Token; challenge?: Token; device?: Token };

/** Moves the tokens of a reply into cookies. What it returns has no token; what it lists are the cookies to set. */
export const intoCookies = (reply: Reply, now: Instant, origin: string): { reply: Reply; cookies: string[] } => {
  const cookies: string[] = [];
  const moved: Reply = { ...reply };
  for (const name of ['session', 'challenge', 'device'] as const satisfies CookieName[]) {
    const { token, expiresAt = '', ...rest } = reply[name] ?? {};
    if (token === undefined) continue;
    moved[name] = { ...rest, expiresAt };
    cookies.push(setCookie(name, token, (Date.parse(expiresAt) - now) / SECOND, origin));
  }
  // The challenge has been answered: its cookie is of no use any more.
  if (reply.session && !reply.challenge) cookies.push(clearCookie('challenge', origin));
  return { reply: moved, cookies };
};

/** Whether a request ended the very session that it came with. */
export const endsOwnSession = (
  { id }: Operation,
  { sessionId }: Input & { sessionId?: string },
  { session = '' }: Credentials,
): boolean => id === 'signOut' || (id === 'endSession' && readToken('session', session)?.hash === sessionId);

/**
 * After a sign-out: the browser forgets the session, and the pages that it keeps for its Back button. Not by the directive
 * `cookies`, which would also forget that the device is known, and the cookies of every other host of the domain.
 */
export const withoutSession = (origin: string): Pick<HttpResponse, 'headers' | 'cookies'> => ({
  headers: { 'clear-site-data': '"cache", "storage"' },
  cookies: [clearCookie('session', origin)],
});
