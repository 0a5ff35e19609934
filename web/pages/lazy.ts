import { lazy } from 'preact-iso';

/* The pages behind the sign-in: loaded when they are opened, or while a sign-in is on its way. */

export const AccountPage = lazy(() => import('./account.tsx'));
export const UsersPage = lazy(() => import('./users.tsx'));
export const UserPage = lazy(() => import('./user.tsx'));
export const NewUserPage = lazy(() => import('./new-user.tsx'));
