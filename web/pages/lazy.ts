import { later } from '../layout/later.tsx';

/* The pages that most people do not open first: loaded when they are opened, or during a sign-in. */

export const AccountPage = later(() => import('./account.tsx'));
export const ProfilePage = later(() => import('./profile.tsx'));
const activity = () => import('./activity.tsx');
export const SessionsPage = later(async () => ({ default: (await activity()).SessionsPage }));
export const ActivityPage = later(async () => ({ default: (await activity()).ActivityPage }));
export const UsersPage = later(() => import('./users.tsx'));
export const AdoptionPage = later(() => import('./adoption.tsx'));
export const BrandPage = later(() => import('./brand.tsx'));
export const UserPage = later(() => import('./user.tsx'));
const cannotSignIn = () => import('./cannot-sign-in.tsx');
export const ForgotPasswordPage = later(async () => ({ default: (await cannotSignIn()).ForgotPasswordPage }));
export const LostPhonePage = later(async () => ({ default: (await cannotSignIn()).LostPhonePage }));
export const SetPasswordPage = later(() => import('../links/set-password.tsx'));
export const NotMePage = later(() => import('../links/not-me.tsx'));
export const ConfirmEmailPage = later(() => import('../links/confirm-email.tsx'));
export const NewUserPage = later(() => import('./new-user.tsx'));
