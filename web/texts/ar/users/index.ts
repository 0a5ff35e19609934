import { brand } from './brand.ts';
import { policy } from './follow-up.ts';
import { bulk, reminders, userList } from './list.ts';
import { newUser, user, userActions } from './user.ts';

/* The texts of the pages for administrators, which other people do not load. */

export const userTexts = { brand, users: userList, reminders, bulk, policy, user, userActions, newUser };
