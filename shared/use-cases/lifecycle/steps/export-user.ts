import type { User } from '../../../domain/entities/user.ts';
import { type Instant, iso } from '../../../domain/instant.ts';
import type { SecuritySettings } from '../../../domain/security-settings.ts';
import { accountView, ownEventView, signInView } from '../../../domain/views.ts';
import type { Sessions } from '../../../ports/accounts/sessions.ts';
import type { SignIns } from '../../../ports/accounts/sign-ins.ts';
import type { SecurityEvents } from '../../../ports/history/security-events.ts';
import { liveSessions } from '../../account/steps/live-sessions.ts';
import { type OrganizationNeeds, organizationOf } from '../../common/organization-of.ts';

export type ExportNeeds = OrganizationNeeds & {
  sessions: Pick<Sessions, 'list'>;
  signIns: Pick<SignIns, 'page'>;
  securityEvents: Pick<SecurityEvents, 'page'>;
  security: SecuritySettings;
};

/** A page of the table; more would not fit into one of its answers. */
const PAGE = 500;
/** So many records of a kind fit into one reply: a Lambda's is at most 6 MB. */
const MOST = 5_000;

/** The newest records, and whether these are all. */
const newest = async <T>(
  page: (before?: string) => Promise<{ records: T[]; next?: string | undefined }>,
): Promise<{ records: T[]; isAll: boolean }> => {
  const records: T[] = [];
  let before: string | undefined;
  do {
    const found = await page(before);
    records.push(...found.records);
    before = found.next;
  } while (before !== undefined && records.length < MOST);
  return { records, isAll: before === undefined };
};

const profileOf = ({ createdAt, remindedAt }: User) => ({
  createdAt: iso(createdAt),
  ...(remindedAt !== undefined && { remindedAt: iso(remindedAt) }),
});

/**
 * Everything that is stored about a user, as the user may see it, except secrets.
 * @param currentHash the session that asks, if it is one of theirs
 */
export const exportUser = async (needs: ExportNeeds, now: Instant, user: User, currentHash?: string) => {
  const [organization, sessions, signIns, events] = await Promise.all([
    organizationOf(needs, user),
    liveSessions(needs, now, user, currentHash),
    newest(async (before) => {
      const { signIns, next } = await needs.signIns.page(user.id, PAGE, before);
      return { records: signIns.map(signInView), next };
    }),
    newest(async (before) => {
      const { events, next } = await needs.securityEvents.page(user.id, PAGE, before);
      return { records: events.map((event) => ownEventView(user, event)), next };
    }),
  ]);
  return {
    exportedAt: iso(now),
    account: { ...accountView(user, organization), ...profileOf(user) },
    sessions,
    signIns: signIns.records,
    events: events.records,
    complete: signIns.isAll && events.isAll,
  };
};
