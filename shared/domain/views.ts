import type { Organization } from './entities/organization.ts';
import type { Session } from './entities/session.ts';
import type { SignIn } from './entities/sign-in.ts';
import type { User } from './entities/user.ts';
import type { SecurityEvent } from './events/security-event.ts';
import { ID_PATTERN } from './fields.ts';
import { type Instant, iso } from './instant.ts';
import { stateOf } from './user-list.ts';

/** The shapes in which entities leave the product: times as ISO 8601, and nothing that the reader should not see. */

const twoFactor = (user: User) =>
  user.twoFactorEnabledAt === undefined
    ? { status: 'disabled' as const }
    : { status: 'enabled' as const, enabledAt: iso(user.twoFactorEnabledAt) };

const lastSignIn = (user: User) => user.lastSignIn && { ...user.lastSignIn, at: iso(user.lastSignIn.at) };

export const policyView = ({ twoFactorPolicy: { mode, requiredFrom } = { mode: 'off' } }: Organization) => ({
  mode,
  ...(requiredFrom !== undefined && { requiredFrom: iso(requiredFrom) }),
});
/** Included only if there is a policy: optional 2FA is left out. */
const policyOf = (organization: Organization) => {
  const twoFactorPolicy = policyView(organization);
  return twoFactorPolicy.mode === 'off' ? {} : { twoFactorPolicy };
};

export const logoPath = (organizationId: string, logoId: string): string =>
  `/v1/organizations/${organizationId}/logos/${logoId}`;

/** How an organization looks, to anyone. */
export const brandView = ({ id, name, brand }: Organization) => ({
  name,
  ...(brand?.accent && { accent: brand.accent }),
  ...(brand?.logo && { logo: { url: logoPath(id, brand.logo.id), type: brand.logo.type } }),
  ...(brand?.supportContact && { supportContact: brand.supportContact }),
  ...(brand?.lostPhoneHelp && { lostPhoneHelp: brand.lostPhoneHelp }),
  links: brand?.links ?? [],
});

/** The account as its owner sees it. */
export const accountView = (user: User, organization: Organization) => ({
  id: user.id,
  email: user.email,
  name: user.name,
  ...(user.language && { language: user.language }),
  ...(user.timeZone && { timeZone: user.timeZone }),
  reminders: user.declinesReminders !== true,
  organization: { id: organization.id, name: organization.name, ...policyOf(organization) },
  permissions: user.permissions,
  twoFactor: twoFactor(user),
  lastSignIn: lastSignIn(user),
});

/** The account as an administrator sees it. */
export const userView = (user: User) => ({
  id: user.id,
  email: user.email,
  name: user.name,
  permissions: user.permissions,
  status: user.status,
  state: stateOf(user),
  createdAt: iso(user.createdAt),
  ...(user.remindedAt !== undefined && { remindedAt: iso(user.remindedAt) }),
  twoFactor: twoFactor(user),
  lastSignIn: lastSignIn(user),
});

export const signInView = ({ id: _, at, newDevice: _new, ...facts }: SignIn) => ({ at: iso(at), ...facts });

export const sessionView = (session: Session, token: string) => ({
  token,
  expiresAt: iso(session.expiresAt),
  method: session.method,
});

export const deviceView = ({ token, expiresAt }: { token: string; expiresAt: Instant }) => ({
  token,
  expiresAt: iso(expiresAt),
});

/**
 * Who did it, from the account's point of view: its owner, an administrator, the operator of the deployment, or
 * unknown.
 */
const actorOf = (user: User, { actorId }: SecurityEvent) => {
  if (actorId === user.id) return 'owner' as const;
  if (actorId === 'stranger') return 'stranger' as const;
  if (actorId === 'link-holder') return 'link_holder' as const;
  return ID_PATTERN.test(actorId) ? ('administrator' as const) : ('operator' as const);
};

export const eventView = (user: User, event: SecurityEvent) => {
  const { id: _, at, actorId, sealedPass: _sealed, authVersion: _version, ...facts } = event;
  const actor = actorOf(user, event);
  return { at: iso(at), actor, ...(actor === 'administrator' && { actorId }), ...facts };
};

/** As the owner sees it: other people's addresses are not shown to the owner. */
export const ownEventView = (user: User, event: SecurityEvent) => {
  const { actorId: _, ip, userAgent, place, ...view } = eventView(user, event);
  return {
    ...view,
    ...((view.actor === 'owner' || view.actor === 'stranger' || view.actor === 'link_holder') && {
      ip,
      ...(userAgent !== undefined && { userAgent }),
      ...(place && { place }),
    }),
  };
};
