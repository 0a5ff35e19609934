import type { PasswordToken } from '../../domain/entities/password-token.ts';
import type { Session } from '../../domain/entities/session.ts';
import type { SignIn } from '../../domain/entities/sign-in.ts';
import type { SecurityEvent } from '../../domain/events/security-event.ts';
import { DAY, ttlAfter } from '../../domain/instant.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import { eventKey, passwordTokenKey, sessionKey, signInKey } from '../keys.ts';
import type { Unconditional, Write } from '../table/commit.ts';

/* Items that transactions only ever add. Their ids are new, so none can overwrite another. */

const putNew = (item: Record<string, unknown>): Unconditional => ({
  Put: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
});

export const putSession = (userId: string, session: Session): Unconditional =>
  putNew({ ...sessionKey(userId, session.hash), ...session, ttl: ttlAfter(session.expiresAt) });

/** Another item takes its place: the second to come finds it gone. */
export const removeSession = (userId: string, hash: string): Unconditional => ({
  Delete: { Key: sessionKey(userId, hash), ConditionExpression: 'attribute_exists(pk)' },
});

export const passwordTokenItem = (userId: string, token: PasswordToken) => ({
  ...passwordTokenKey(userId, token.hash),
  ...token,
  ttl: ttlAfter(token.expiresAt),
});

export const putSignIn = (userId: string, signIn: SignIn, security: SecuritySettings): Unconditional =>
  putNew({ ...signInKey(userId, signIn.id), ...signIn, ttl: ttlAfter(signIn.at + security.recordDays * DAY) });

export const eventItem = (userId: string, event: SecurityEvent, security: SecuritySettings) => ({
  ...eventKey(userId, event.id),
  ...event,
  ttl: ttlAfter(event.at + security.recordDays * DAY),
});

export const putEvent = (userId: string, event: SecurityEvent, security: SecuritySettings): Unconditional =>
  putNew(eventItem(userId, event, security));

export const putEvents = (userId: string, events: SecurityEvent[], security: SecuritySettings): Write[] =>
  events.map((event) => putEvent(userId, event, security));
