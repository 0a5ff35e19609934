import { later } from './later.tsx';

/* The pages behind the sign-in: loaded when they are opened, or while a sign-in is on its way. */

export const AccountPage = later(() => import('./account.tsx'));
export const UsersPage = later(() => import('./users.tsx'));
export const UserPage = later(() => import('./user.tsx'));
export const NewUserPage = later(() => import('./new-user.tsx'));
