import { later } from './later.tsx';

/* The pages that most people do not open first: loaded when they are opened, or during a sign-in. */

export const AccountPage = later(() => import('./account.tsx'));
export const UsersPage = later(() => import('./users.tsx'));
export const UserPage = later(() => import('./user.tsx'));
export const ForgotPasswordPage = later(() => import('./forgot-password.tsx'));
export const SetPasswordPage = later(() => import('../links/set-password.tsx'));
export const NotMePage = later(() => import('../links/not-me.tsx'));
export const NewUserPage = later(() => import('./new-user.tsx'));
