import type { User } from '../../domain/entities/user.ts';
import type { Language } from '../../domain/languages.ts';
import type { CallerContext } from '../../domain/request.ts';
import { accountView } from '../../domain/views.ts';
import type { Users } from '../../ports/accounts/users.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { newEvent } from '../common/new-event.ts';
import { orUnavailable } from '../common/optimistically.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';

type Needs = OrganizationNeeds & {
  users: Pick<Users, 'setPreferences' | 'update'>;
  ids: Ids;
  limits: Pick<Limits, 'spendBudget'>;
};
type Input = {
  name?: string | undefined;
  language?: Language | undefined;
  timeZone?: string | undefined;
  reminders?: boolean | undefined;
};
type Preferences = Pick<User, 'language' | 'timeZone' | 'declinesReminders'>;

/** Administrators know people by their names, so the history records a new one. */
const rename = async (needs: Needs, context: CallerContext, name: string): Promise<void> => {
  const { user } = context.caller;
  if (name === user.name) return;
  await spendBudget(needs, context, 'notices', user.id);
  const event = newEvent(needs, context, 'user_renamed', user.id);
  const to = { name, permissions: user.permissions, status: user.status };
  orUnavailable(await needs.users.update({ actor: null, user, to, events: [event], now: context.now }));
};

/** They decide nothing about access, so the history does not record them. */
const setPreferences = async ({ users }: Needs, user: User, preferences: Preferences) => {
  if (Object.keys(preferences).length > 0) await users.setPreferences(user.id, preferences);
};

/** The caller's name, and how they want to be addressed, or not. */
export const updateAccount = async (needs: Needs, context: CallerContext, input: Input) => {
  const { user } = context.caller;
  const { name = user.name } = input;
  const preferences = {
    ...(input.language && { language: input.language }),
    ...(input.timeZone && { timeZone: input.timeZone }),
    ...(input.reminders !== undefined && { declinesReminders: !input.reminders }),
  };
  const [organization] = await Promise.all([organizationOf(needs, user), rename(needs, context, name)]);
  await setPreferences(needs, user, preferences);
  return accountView({ ...user, name, ...preferences }, organization);
};
