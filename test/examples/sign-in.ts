import { mailedPass, mailTo, tokenOf } from '../kit/mails.ts';
import { challengeOf, codeOf, PASSWORD, post } from '../kit/product.ts';
import { type Example, type Scene, send } from './example.ts';

/** The link that an administrator hands to a new user. */
const invitationToken = async ({ admin, newEmail }: Scene): Promise<string> => {
  const made = await post('/v1/users', { email: newEmail(), name: 'New Person' }, admin);
  return new URL((made.json as { invitation: { url: string } }).invitation.url).hash.slice(1);
};

/** A person with 2FA, and the token of a device that has passed both factors. */
export const personWithDevice = async ({ enrolledPerson }: Scene) => {
  const person = await enrolledPerson();
  const body = { challengeToken: await challengeOf(person.email), code: codeOf(person.secret) };
  const { device } = (await post('/v1/sign-in/totp', body)).json as { device: { token: string } };
  return { ...person, deviceToken: device.token };
};

export const signIn: Example = async ({ person }) => ({ body: { email: (await person()).email, password: PASSWORD } });
export const signInWithWrongPassword: Example = async ({ person }) => ({
  body: { email: (await person()).email, password: 'wrong' },
});
export const signInEnrolled: Example = async ({ enrolledPerson }) => ({
  body: { email: (await enrolledPerson()).email, password: PASSWORD },
});
export const signInAtKnownDevice: Example = async (scene) => {
  const { email, deviceToken } = await personWithDevice(scene);
  return { body: { email, password: PASSWORD, deviceToken } };
};

export const signInTotp: Example = async ({ enrolledPerson }) => {
  const { email, secret } = await enrolledPerson();
  return { body: { challengeToken: await challengeOf(email), code: codeOf(secret) } };
};
export const signInTotpAtKnownDevice: Example = async (scene) => {
  const { email, secret, deviceToken } = await personWithDevice(scene);
  const begun = await post('/v1/sign-in', { email, password: PASSWORD, deviceToken });
  const { challenge } = begun.json as { challenge: { token: string } };
  return { body: { challengeToken: challenge.token, code: codeOf(secret, 1) } };
};
export const signInRecoveryCode: Example = async ({ enrolledPerson }) => {
  const { email, recoveryCodes } = await enrolledPerson();
  return { body: { challengeToken: await challengeOf(email), recoveryCode: recoveryCodes[0] } };
};
export const signInBypassCode: Example = async ({ enrolledPerson, admin }) => {
  const { email, id } = await enrolledPerson();
  await send('issueBypassCode', { token: admin, params: { userId: id }, body: { reason: 'Phone at home' } });
  return { body: { challengeToken: await challengeOf(email), bypassCode: await mailedPass(email) } };
};

export const signOut: Example = async ({ person }) => ({ token: (await person()).token });

export const setPassword: Example = async (scene) => ({
  body: { token: await invitationToken(scene), newPassword: PASSWORD },
});
export const inspectLink: Example = async (scene) => ({ body: { token: await invitationToken(scene) } });
export const requestPasswordReset: Example = async ({ person }) => ({ body: { email: (await person()).email } });
export const reportNotMe: Example = async ({ person }) => {
  const { email, token } = await person();
  const body = { currentPassword: PASSWORD, newPassword: `${PASSWORD} again` };
  await send('changePassword', { token, body });
  return { body: { token: tokenOf(await mailTo(email, 'Your password was changed')) } };
};
