import type { Example } from './example.ts';

const byAdmin: Example = async ({ admin }) => ({ token: admin });

export const remindUsers: Example = async ({ admin, person }) => ({
  token: admin,
  body: { userIds: [(await person()).id] },
});
export const getTwoFactorAdoption = byAdmin;
export const getTwoFactorAdoptionHistory = byAdmin;
export const getTwoFactorPolicy = byAdmin;
export const setTwoFactorPolicy: Example = async ({ admin }) => ({ token: admin, body: { mode: 'encouraged' } });
