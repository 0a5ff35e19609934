import { randomUUID } from 'node:crypto';
import { commands } from '../../../admin/commands.ts';
import { type AdminNeeds, adminNeeds } from '../../../admin/needs.ts';
import { needs, PASSWORD, post, sessionOf } from '../../kit/product.ts';
import { dump, userItems } from '../../kit/table.ts';
import { enrollInTime, expectStatus, newMember } from './flow.ts';

/* The command line's commands, as an operator repeats them after something went wrong. */

type Prepared = {
  /** `again`: what the first attempt reported to the operator. */
  run(needs: AdminNeeds, again?: Error): Promise<unknown>;
  /** How a repetition may be refused because the first attempt did the work. */
  refusal?: string;
  /** What must hold after the command was repeated and reported success. */
  wrong(answer: unknown): Promise<string[]>;
};
export type Flow = { name: string; prepare(organization: string): Promise<Prepared> };

const eventsOf = async (userId: string, type: string): Promise<number> =>
  (await userItems(userId)).filter((item) => String(item.pk).startsWith('EVENT#') && item.type === type).length;

const organizationsNamed = async (name: string): Promise<number> =>
  (await dump()).filter((item) => item.includes('"sk":"ORGANIZATION"') && item.includes(name)).length;

const once = (what: string, count: number): string[] => (count === 1 ? [] : [`${count} ${what}`]);

/** The link sets a password, with which its owner signs in. */
const works = async (link: string, email: string): Promise<void> => {
  const token = new URL(link).hash.slice(1);
  expectStatus(await post('/v1/password/set', { token, newPassword: PASSWORD }), 200);
  await sessionOf(email);
};

const createOrganization: Flow = {
  name: 'create-organization',
  async prepare() {
    const name = `Acme ${randomUUID()}`;
    return {
      async run(using, again) {
        const id = / --id (\S+)/.exec(again?.message ?? '')?.[1];
        return commands.createOrganization(using, { name, ...(id !== undefined && { id }) });
      },
      wrong: async () => once('organizations', await organizationsNamed(name)),
    };
  },
};

const createUser: Flow = {
  name: 'create-user',
  async prepare(organization) {
    const email = `${randomUUID()}@faults.example`;
    return {
      run: (using) => commands.createUser(using, { organization, email, name: 'Uma' }),
      refusal: 'email_taken',
      async wrong(answer) {
        const { users } = await needs.users.page({ organizationId: organization, prefix: email, limit: 10 });
        // As the advice says if the first link was lost.
        const made = (answer ?? (await commands.inviteAgain(needs, { email }))) as { invitation: string };
        await works(made.invitation, email);
        return [...once('users', users.length), ...once('events', await eventsOf(users[0]?.id ?? '', 'user_created'))];
      },
    };
  },
};

const inviteAgain: Flow = {
  name: 'invite-again',
  async prepare(organization) {
    const { email } = await newMember(organization);
    return {
      run: (using) => commands.inviteAgain(using, { email }),
      async wrong(answer) {
        await works((answer as { invitation: string }).invitation, email);
        return [];
      },
    };
  },
};

const resetTwoFactor: Flow = {
  name: 'reset-two-factor',
  async prepare(organization) {
    const { email, userId } = await newMember(organization);
    await enrollInTime(await sessionOf(email));
    return {
      run: (using) => commands.resetTwoFactor(using, { email, reason: 'phone lost' }),
      refusal: 'two_factor_not_enabled',
      async wrong() {
        await sessionOf(email);
        return once('resets', await eventsOf(userId, 'two_factor_reset'));
      },
    };
  },
};

/** In its own organization, because it reminds everyone. */
const ofItsOwn = async (): Promise<string> =>
  (await commands.createOrganization(needs, { name: 'Acme Telecom' })).organizationId;

const remind: Flow = {
  name: 'remind',
  async prepare() {
    const organization = await ofItsOwn();
    const { userId } = await newMember(organization);
    return {
      run: (using) => commands.remind(using, { organization }),
      wrong: async () => once('reminders', await eventsOf(userId, 'two_factor_reminded')),
    };
  },
};

const rebuildAdoption: Flow = {
  name: 'rebuild-adoption',
  async prepare() {
    const organization = await ofItsOwn();
    await newMember(organization);
    return {
      run: (using) => commands.rebuildAdoption(using, { organization }),
      async wrong() {
        const { enabled, disabled } = await needs.adoptions.get(organization);
        return enabled === 0 && disabled === 1 ? [] : [`counted ${enabled} and ${disabled}`];
      },
    };
  },
};

export const flows: Flow[] = [createOrganization, createUser, inviteAgain, resetTwoFactor, remind, rebuildAdoption];

/**
 * The command line with its own client name, by which the local cloud recognizes its calls. The SDK reads the name
 * once, at the first call, so they run one after the other.
 */
export const needsAs = (() => {
  let turn: Promise<unknown> = Promise.resolve();
  return (name: string): Promise<AdminNeeds> => {
    const mine = turn.then(async () => {
      process.env.AWS_SDK_UA_APP_ID = name;
      const named = adminNeeds();
      await named.organizations.get('0'.repeat(26));
      return named;
    });
    turn = mine;
    return mine;
  };
})();
