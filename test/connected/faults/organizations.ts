import { commands } from '../../../admin/commands.ts';
import { needs } from '../../kit/product.ts';
import { patiently } from './flow.ts';

/**
 * All administrators of an organization get a mail when one is added: with too many in one, mails alone take minutes.
 */
const RUNS_IN_ONE = 40;
const organizations: Promise<string>[] = [];
let given = 0;
export const nextOrganization = (): Promise<string> => {
  if (given % RUNS_IN_ONE === 0) {
    const made = patiently(() => commands.createOrganization(needs, { name: 'Acme Telecom' }));
    organizations.push(made.then(({ organizationId }) => organizationId));
  }
  given += 1;
  return organizations.at(-1) as Promise<string>;
};

/** The count kept by transactions and the users themselves: they must agree whatever happened. */
export const adoptionAgrees = async (): Promise<boolean> => {
  const agree = await Promise.all(organizations.map(async (made) => agreesIn(await made)));
  return agree.length > 0 && agree.every(Boolean);
};
const agreesIn = async (organizationId: string): Promise<boolean> => {
  const { enabled, disabled } = await needs.adoptions.get(organizationId);
  const pages = async (twoFactor: 'enabled' | 'disabled'): Promise<number> => {
    let count = 0;
    let after: string | undefined;
    do {
      const page = await needs.users.page({
        organizationId,
        twoFactor,
        prefix: '',
        limit: 100,
        ...(after && { after }),
      });
      count += page.users.length;
      after = page.next;
    } while (after !== undefined);
    return count;
  };
  return enabled === (await pages('enabled')) && disabled === (await pages('disabled'));
};
