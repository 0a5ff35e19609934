import type { Operation } from '../../../contract/operation.ts';
import { Failure } from '../../../domain/errors.ts';
import { type Instant, MINUTE, SECOND } from '../../../domain/instant.ts';
import {
  pickChallenge,
  readToken,
  withChallengeToken,
  withDeviceToken,
  withoutChallengeToken,
} from '../../../domain/sessions/tokens.ts';
import type { HttpEvent, HttpResponse } from '../event.ts';
import { type CookieName, clearCookie, readCookies, setCookie } from './cookies.ts';

/*
 * How tokens travel. `token`: in JSON and as bearer, for apps and scripts. `cookie`: in cookies that scripts cannot
 * read, for pages; the answer's body then has none. The answer uses whichever way the request used.
 */

export type Transport = 'token' | 'cookie';
export type Credentials = {
  /** The session's token, however it came. */
  session: string | undefined;
  challenge: string | undefined;
  device: string | undefined;
  isCookieSession: boolean;
};

/** In seconds: the longest that a challenge may last. It ends by itself; the cookie only has to outlive it. */
const LONGEST_CHALLENGE = (15 * MINUTE) / SECOND;
/**
 * Accepts anything after the scheme. Other schemes belong to other software, such as the password of a staging site's
 * proxy.
 */
const bearerFormat = /^Bearer(?: +(.*))?$/i;
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * @throws Failure `request_invalid` for a session by cookie and by bearer at once, since it is unclear which one is
 * meant
 */
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
 * Cross-site requests: whatever its method, a request with a cookie must come from our own pages. That includes reads,
 * since some leave a trace or show a secret on the screen. A person may open an answer directly (`none`); browsers that
 * do not say where a request comes from at least name the origin of a request that can change something.
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

/** The token fields that an operation's input may have. */
export type Input = {
  transport?: Transport;
  challengeToken?: string;
  /** Which of a browser's challenges it answers. */
  challengeId?: string;
  deviceToken?: string;
  /** The token of a link. */
  token?: string;
  /** The session to end. */
  sessionId?: string;
};

type Tokens = Pick<Input, 'challengeToken' | 'deviceToken'>;

/** How the answer's tokens travel, and the tokens that came in cookies because the body has none. */
export const chooseTransport = (
  { fromCookies = [] }: Operation,
  input: Input,
  sent: Credentials,
): { tokens: Tokens; transport: Transport } => {
  const { challengeId } = input;
  const ofCookie = sent.challenge === undefined ? undefined : pickChallenge(sent.challenge, challengeId);
  const challengeToken = fromCookies.includes('challengeToken') ? (input.challengeToken ?? ofCookie) : undefined;
  const isAnsweredByCookie = challengeToken !== undefined && input.challengeToken === undefined;
  const transport = sent.isCookieSession || isAnsweredByCookie ? 'cookie' : (input.transport ?? 'token');
  const deviceToken = input.deviceToken ?? (transport === 'cookie' ? sent.device : undefined);
  return {
    transport,
    tokens: {
      ...(challengeToken !== undefined && { challengeToken }),
      ...(fromCookies.includes('deviceToken') && deviceToken !== undefined && { deviceToken }),
    },
  };
};

type Token = { token?: string; expiresAt: string };
type Reply = { session?: Token; challenge?: Token; device?: Token };
type Exchange = {
  now: Instant;
  origin: string;
  /** What the browser has: all its tabs and accounts share a cookie, so one must not overwrite another's token. */
  sent: Credentials;
  /** The challenge that this request answered. */
  answered: string | undefined;
};

const cookieValue = (name: CookieName, token: string, sent: Credentials): string => {
  if (name === 'session') return token;
  return name === 'device' ? withDeviceToken(sent.device, token) : withChallengeToken(sent.challenge, token);
};

/** Moves the tokens of a reply into cookies: returns the reply without tokens, and the cookies to set. */
export const intoCookies = (
  reply: Reply,
  { now, origin, sent, answered }: Exchange,
): { reply: Reply; cookies: string[] } => {
  const cookies: string[] = [];
  const moved: Reply = { ...reply };
  for (const name of ['session', 'challenge', 'device'] as const satisfies CookieName[]) {
    const { token, expiresAt = '', ...rest } = reply[name] ?? {};
    if (token === undefined) continue;
    moved[name] = { ...rest, expiresAt };
    cookies.push(setCookie(name, cookieValue(name, token, sent), (Date.parse(expiresAt) - now) / SECOND, origin));
  }
  // The answered challenge is no longer needed. Those of other tabs stay.
  if (answered !== undefined) cookies.push(withoutChallenge(sent.challenge, answered, origin));
  return { reply: moved, cookies };
};

const withoutChallenge = (sent: string | undefined, answered: string, origin: string): string => {
  const left = withoutChallengeToken(sent, answered);
  return left === '' ? clearCookie('challenge', origin) : setCookie('challenge', left, LONGEST_CHALLENGE, origin);
};

/** Whether a request ended the session that it came with. */
export const endsOwnSession = (
  { endsSession }: Operation,
  { sessionId }: Input,
  { session = '' }: Credentials,
): boolean =>
  endsSession === 'always' || (endsSession === 'ifNamed' && readToken('session', session)?.hash === sessionId);

/**
 * After a sign-out, the browser forgets the session and the pages it keeps for its Back button. The directive `cookies`
 * is not used because it would also delete the known device, and the cookies of every other host of the domain.
 */
export const withoutSession = (origin: string): Pick<HttpResponse, 'headers' | 'cookies'> => ({
  headers: { 'clear-site-data': '"cache", "storage"' },
  cookies: [clearCookie('session', origin)],
});
