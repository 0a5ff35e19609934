import type { Organization } from '../../../domain/entities/organization.ts';
import type { Method } from '../../../domain/entities/sign-in.ts';
import type { User } from '../../../domain/entities/user.ts';
import type { Context } from '../../../domain/request.ts';
import type { SecuritySettings } from '../../../domain/security-settings.ts';
import { isFull, makeRoomForSession, newSession } from '../../../domain/sessions/session.ts';
import { issueToken } from '../../../domain/sessions/tokens.ts';
import { accountView, deviceView, sessionView } from '../../../domain/views.ts';
import type { Sessions } from '../../../ports/accounts/sessions.ts';
import type { SignInRecord } from '../../../ports/accounts/sign-ins.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { Random } from '../../../ports/random.ts';
import type { Device } from '../../common/guess-limits.ts';

export type SignedInNeeds = {
  random: Random;
  ids: Ids;
  security: SecuritySettings;
  sessions: Pick<Sessions, 'list' | 'end'>;
};
type How = { method: Method; isKnownDevice: boolean; organization: Organization };

/** A session with its record, ready for the transaction that stores both, and the token to hand out afterwards. */
export const prepareSignIn = async (
  { random, ids, security, sessions }: SignedInNeeds,
  { now, client }: Context,
  user: User,
  { method, isKnownDevice, organization }: How,
): Promise<{ record: SignInRecord; token: string }> => {
  const { token, hash } = issueToken('session', user.id, random);
  const session = newSession({ hash, user, method, organization, client, now, security });
  const twoFactorVerified = session.secondFactorConfirmed;
  const record = { id: ids.next(now), at: now, method, twoFactorVerified, ...client };
  // Someone who has just set their first password knows that they are signing in for the first time.
  const isNews = !isKnownDevice && user.lastSignIn !== null;
  const signIn = isNews ? { ...record, newDevice: true } : record;
  // When each session was last used matters only if every place is taken, so otherwise this read is skipped.
  const found = isFull(user, security) ? await sessions.list(user) : [];
  const ended = makeRoomForSession(user, found, now, security);
  return { record: { user, session, signIn, ended, now }, token };
};

/** The answer to a completed sign-in. */
export const signedIn = (
  { user, session, signIn }: SignInRecord,
  token: string,
  organization: Organization,
  device: Device | undefined,
) => {
  const { at, method, twoFactorVerified } = signIn;
  return {
    status: 'signed_in' as const,
    session: sessionView(session, token),
    ...(device && { device: deviceView(device) }),
    user: accountView({ ...user, lastSignIn: { at, method, twoFactorVerified } }, organization),
  };
};
