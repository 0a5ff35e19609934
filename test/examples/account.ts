import { mailTo, tokenOf } from '../kit/mails.ts';
import { codeOf, get, PASSWORD, sessionOf } from '../kit/product.ts';
import { type Example, send } from './example.ts';

const own: Example = async ({ person }) => ({ token: (await person()).token });

export const getAccount = own;
export const listSignIns = own;
export const getSession: Example = async ({ person }) => ({ token: (await person()).token, query: '?touch=true' });
export const listSessions = own;
export const listEvents = own;

export const updateAccount: Example = async ({ person }) => ({
  token: (await person()).token,
  body: { language: 'de', timeZone: 'Europe/Berlin' },
});
export const updateAccountName: Example = async ({ person }) => ({
  token: (await person()).token,
  body: { name: 'Other Name' },
});
export const confirmIdentity: Example = async ({ person }) => ({
  token: (await person()).token,
  body: { password: PASSWORD },
});
export const confirmIdentityEnrolled: Example = async ({ enrolledPerson }) => {
  const { token, secret } = await enrolledPerson();
  return { token, body: { password: PASSWORD, code: codeOf(secret) } };
};
export const changePassword: Example = async ({ person }) => ({
  token: (await person()).token,
  body: { currentPassword: PASSWORD, newPassword: `${PASSWORD} again` },
});

export const endSession: Example = async ({ person }) => {
  const { email, token } = await person();
  await sessionOf(email);
  const { sessions } = (await get('/v1/me/sessions', token)).json as { sessions: { id: string; current: boolean }[] };
  return { token, params: { sessionId: sessions.find(({ current }) => !current)?.id ?? '' } };
};
export const endOtherSessions: Example = async ({ person }) => {
  const { email, token } = await person();
  await sessionOf(email);
  return { token };
};

export const requestEmailChange: Example = async ({ person, newEmail }) => ({
  token: (await person()).token,
  body: { email: newEmail() },
});
export const confirmEmailChange: Example = async (scene) => {
  const request = await requestEmailChange(scene);
  await send('requestEmailChange', request);
  const { email } = request.body as { email: string };
  return { body: { token: tokenOf(await mailTo(email, 'Confirm your new email address')) } };
};
export const exportAccount = own;
export const deleteAccount = own;
