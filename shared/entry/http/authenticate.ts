import type { SessionOperation } from '../../contract/operation.ts';
import { Failure } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Caller } from '../../domain/request.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { isLive, lacksTwoFactor, requireFresh } from '../../domain/sessions/session.ts';
import { readToken } from '../../domain/sessions/tokens.ts';
import type { Sessions } from '../../ports/accounts/sessions.ts';

export type AuthenticateNeeds = { sessions: Pick<Sessions, 'find'>; security: SecuritySettings };

/**
 * Finds out who the caller is. One consistent read: a session that has ended is dead at the next request.
 * @returns Failure `session_required` for a token that is missing, malformed, unknown, expired, idle or ended, always
 * the same
 */
export const authenticate = async (
  { sessions, security }: AuthenticateNeeds,
  token: string | undefined,
  now: Instant,
): Promise<Caller | Failure> => {
  const reference = readToken('session', token ?? '');
  const found = reference && (await sessions.find(reference.userId, reference.hash));
  if (!found || !isLive(found.session, found.user, now, security)) return new Failure('session_required');
  return found;
};

/**
 * Whether the caller may do this now.
 * @throws Failure `two_factor_required`, `permission_required`, `identity_confirmation_required`
 */
export const authorize = (
  { auth, withoutTwoFactor, freshFor = [] }: Pick<SessionOperation, 'auth' | 'withoutTwoFactor' | 'freshFor'>,
  { user, session }: Caller,
  now: Instant,
  security: SecuritySettings,
  input: Record<string, unknown> = {},
): void => {
  if (!withoutTwoFactor && lacksTwoFactor(session, user, now)) throw new Failure('two_factor_required');
  const { permission, fresh } = auth;
  if (permission && !user.permissions.includes(permission)) throw new Failure('permission_required');
  if (!fresh && !freshFor.some((field) => input[field] !== undefined)) return;
  // Anyone who may remove or issue other people's factors must have one: a password alone must not be enough for that.
  if (permission && user.twoFactorEnabledAt === undefined) throw new Failure('two_factor_required');
  requireFresh(session, user, now, security);
};
