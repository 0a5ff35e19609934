import * as z from 'zod/mini';
import { labels } from '../shared/domain/codes/totp.ts';
import { Failure } from '../shared/domain/errors.ts';
import { Email, Id, Name, type Permission } from '../shared/domain/fields.ts';
import { HOUR } from '../shared/domain/instant.ts';
import { languageTags } from '../shared/domain/languages.ts';
import { optimistically } from '../shared/use-cases/common/optimistically.ts';
import { remindOrganization } from '../shared/use-cases/follow-up/remind.ts';
import { endAccount } from '../shared/use-cases/lifecycle/steps/end-account.ts';
import { exportUser } from '../shared/use-cases/lifecycle/steps/export-user.ts';
import { createOrganization } from '../shared/use-cases/operator/create-organization.ts';
import { requireActive } from '../shared/use-cases/users/steps/by-administrator.ts';
import { inviteUser, issueInvitation } from '../shared/use-cases/users/steps/invite-user.ts';
import { liftAllWaits } from '../shared/use-cases/users/steps/lift-all-waits.ts';
import { removeTwoFactor } from '../shared/use-cases/users/steps/remove-two-factor.ts';
import { ACTOR, here } from './actor.ts';
import { setBrand } from './brand.ts';
import { type AdminNeeds, requireOrigin } from './needs.ts';
import { option } from './option.ts';
import { changeEmail, renameUser, userWith } from './people.ts';
import { healRestored } from './restore.ts';

/* The commands as functions that take options and return facts. They do what the API's use cases do. */

/** The organization may have been created already, and a second one under another id would be one too many. */
class Undecided extends Failure {
  constructor(id: string, { code, cause }: Failure) {
    super(code, { cause });
    this.message = `No answer says whether the organization was created. To make sure, repeat the command with --id ${id}`;
  }
}

const requireSameName = async ({ organizations }: AdminNeeds, id: string, name: string): Promise<void> => {
  const found = await organizations.get(id);
  if (found && found.name !== name) throw new Error(`--id is that of the organization ${found.name}`);
};

export const commands = {
  async createOrganization(needs: AdminNeeds, options: { name: string; id?: string }) {
    const name = option(Name, 'name', options.name);
    if (labels(name, '').issuer === '') throw new Error('--name has nothing that an authenticator app could show');
    const now = needs.clock.now();
    const id = options.id === undefined ? needs.ids.next(now) : option(Id, 'id', options.id);
    if (options.id !== undefined) await requireSameName(needs, id, name);
    const organization = await createOrganization({ ...needs, ids: { next: () => id } }, now, name).catch((error) => {
      throw error instanceof Failure ? new Undecided(id, error) : error;
    });
    return { organizationId: organization.id, name: organization.name };
  },

  async createUser(
    needs: AdminNeeds,
    options: { organization: string; email: string; name: string; manageUsers?: boolean; language?: string },
  ) {
    requireOrigin(needs);
    const organizationId = option(Id, 'organization', options.organization);
    const organization = await needs.organizations.get(organizationId);
    if (!organization) throw new Error('there is no such organization');
    const permissions: Permission[] = options.manageUsers ? ['users:manage'] : [];
    const { language } = options;
    const { user, invitation } = await inviteUser(
      needs,
      { organization, actor: null, actorId: ACTOR, ...here(needs) },
      {
        ...{ email: option(Email, 'email', options.email), name: option(Name, 'name', options.name), permissions },
        ...(language !== undefined && { language: option(z.enum(languageTags), 'language', language) }),
      },
    );
    return {
      userId: user.id,
      email: user.email,
      permissions,
      invitation: invitation.url,
      expiresAt: invitation.expiresAt,
    };
  },

  async rebuildAdoption(needs: AdminNeeds, options: { organization: string }) {
    const organizationId = option(Id, 'organization', options.organization);
    if (!(await needs.organizations.get(organizationId))) throw new Error('there is no such organization');
    const before = await needs.adoptions.get(organizationId);
    if (!(await needs.adoptions.rebuild(organizationId))) throw new Error('too much is changing: try again later');
    return { before, now: await needs.adoptions.get(organizationId) };
  },

  /** Reminds everyone in an organization who has 2FA off: meant to be run by a scheduler now and then. */
  async remind(needs: AdminNeeds, options: { organization: string }) {
    const organizationId = option(Id, 'organization', options.organization);
    if (!(await needs.organizations.get(organizationId))) throw new Error('there is no such organization');
    return remindOrganization(needs, here(needs), { organizationId, actorId: ACTOR });
  },

  async inviteAgain(needs: AdminNeeds, options: { email: string }) {
    requireOrigin(needs);
    const { id: userId } = await userWith(needs, options.email);
    const invitation = await optimistically(async () => {
      const user = await needs.users.get(userId);
      if (!user) throw new Failure('not_found');
      // Anyone with the deployment's AWS credentials can do anything to it, so the link is shown here.
      const again = { actor: null, actorId: ACTOR, ...here(needs) };
      return issueInvitation(needs, requireActive(user), again, true);
    });
    return { userId, invitation: invitation?.url, expiresAt: invitation?.expiresAt };
  },

  async resetTwoFactor(needs: AdminNeeds, options: { email: string; reason: string }) {
    const { id: userId } = await userWith(needs, options.email);
    const reason = option(Name, 'reason', options.reason);
    await removeTwoFactor(needs, here(needs), { userId, actor: null, actorId: ACTOR, reason });
    return { userId, twoFactor: 'disabled' };
  },

  async liftWaits(needs: AdminNeeds, options: { email: string; reason: string }) {
    const { id: userId } = await userWith(needs, options.email);
    const reason = option(Name, 'reason', options.reason);
    await liftAllWaits(needs, here(needs), { userId, actor: null, actorId: ACTOR, reason });
    return { userId, waits: 'lifted' };
  },

  /** For a person who asks the operator for their data. */
  async exportUser(needs: AdminNeeds, options: { email: string }) {
    return exportUser(needs, needs.clock.now(), await userWith(needs, options.email));
  },

  async deleteUser(needs: AdminNeeds, options: { email: string }) {
    const { id } = await userWith(needs, options.email);
    await optimistically(async () => {
      const user = await needs.users.get(id);
      if (!user) throw new Failure('not_found');
      return endAccount(needs, here(needs), { user, actorId: ACTOR });
    });
    return { userId: id, deleted: 'yes' };
  },

  /** An empty list allows any domain. */
  async setDomains(needs: AdminNeeds, options: { organization: string; domains: string[] }) {
    const organizationId = option(Id, 'organization', options.organization);
    const domains = options.domains.map((domain) =>
      option(Email, 'domains', `anybody@${domain}`).slice('anybody@'.length),
    );
    const outcome = await needs.organizations.setDomains(organizationId, domains);
    if (outcome === 'not_found') throw new Error('there is no such organization');
    return { organizationId, domains: domains.length === 0 ? 'any' : domains.join(', ') };
  },

  /** The delivery takes it up from the stream, as it did the first time. */
  async sendRefused(needs: AdminNeeds, options: { hours: string }) {
    const hours = option(z.coerce.number().check(z.minimum(1), z.maximum(168)), 'hours', options.hours);
    return { asked: await needs.refusals.sendAgain(needs.clock.now() - hours * HOUR) };
  },

  setBrand,
  changeEmail,
  renameUser,
  healRestored,
};
