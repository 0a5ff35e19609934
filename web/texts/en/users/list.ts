import { counted, figure } from './figures.ts';

export const userList = {
  title: 'Users',
  newUser: 'New user',
  filter: 'Filter',
  twoFactor: 'Two-factor enabled',
  all: 'All',
  enabled: 'Enabled',
  disabled: 'Disabled',
  search: 'Search by name or email',
  state: 'Status',
  states: { active: 'Active', never_signed_in: 'Never signed in', invited: 'Invited', suspended: 'Suspended' },
  administrator: 'Administrator',
  rows: 'Rows',
  dense: 'Compact rows',
  sortBy: (column: string) => `Sort by ${column}`,
  selectPage: 'Select all on this page',
  previous: 'Previous page',
  noneYet: 'No matches so far. Go to the next page to keep looking.',
  today: 'Today',
  percent: (share: number) => `${share}%`,
  apply: 'Apply',
  email: 'Email',
  name: 'Name',
  status: 'Two-factor',
  lastSignIn: 'Last sign-in',
  required: 'Two-factor required',
  notRequired: 'Password only',
  none: 'No users match these filters.',
  count: (count: number, hasMore: boolean) =>
    `${figure(count)} ${count === 1 ? 'user' : 'users'}${hasMore ? ' on this page; there are more' : ''}`,
  first: 'First page',
  next: 'Next page',
  pages: 'Pages of the list',
  badAddress: 'This link to the list no longer works.',
  csv: 'Download CSV',
  csvBusy: 'Preparing…',
  csvDone: (count: number) => `Downloaded ${figure(count)} ${count === 1 ? 'user' : 'users'}`,
  adoption: 'Two-factor adoption',
  adopted: (enabled: number, total: number) =>
    `${figure(enabled)} of ${figure(total)} ${total === 1 ? 'user' : 'users'} (${total === 0 ? 0 : Math.round((100 * enabled) / total)}%) have two-factor authentication on.`,
  invitees: 'People who haven’t set a password yet count as not having it.',
  followUp: 'Show users without two-factor',
  overTime: (since: string, before: number, now: number) => `From ${before}% on ${since} to ${now}% today.`,
};

export const reminders = {
  column: 'Select',
  select: (email: string) => `Select ${email}`,
  skipped: {
    recently: (count: number) => `${counted(count, 'user')} already got one this week.`,
    declined: (count: number) =>
      count === 1 ? '1 user doesn’t want reminders.' : `${figure(count)} users don’t want reminders.`,
    not_set_up: (count: number) =>
      count === 1 ? '1 user hasn’t set a password yet.' : `${figure(count)} users haven’t set a password yet.`,
    suspended: (count: number) => (count === 1 ? '1 user is suspended.' : `${figure(count)} users are suspended.`),
    enabled: (count: number) =>
      count === 1
        ? '1 user already has two-factor authentication.'
        : `${figure(count)} users already have two-factor authentication.`,
    not_found: (count: number) =>
      count === 1 ? '1 user no longer exists.' : `${figure(count)} users no longer exist.`,
  },
};

export const bulk = {
  title: 'Selected users',
  selected: (count: number) => `${counted(count, 'user')} selected`,
  act: {
    remind: (count: number) => `Send reminder to ${figure(count)}`,
    invite: (count: number) => `Invite ${figure(count)} again`,
    suspend: (count: number) => `Suspend ${figure(count)}`,
  },
  done: {
    remind: (count: number) => `${counted(count, 'reminder')} sent.`,
    invite: (count: number) => `${counted(count, 'invitation')} sent.`,
    suspend: (count: number) => `${counted(count, 'user')} suspended.`,
  },
  progress: (count: number, total: number) => `${figure(count)} of ${figure(total)}`,
  stop: 'Stop',
  selectAll: 'Select all users that match',
  clear: 'Clear selection',
  suspendTitle: (count: number) => `Suspend ${counted(count, 'user')}?`,
  suspendLead: 'This ends all of their sessions, and they can’t sign in until you reactivate their accounts.',
};
