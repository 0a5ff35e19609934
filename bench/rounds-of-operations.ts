import { type Answer, type Client, totpAt } from './kit/client.ts';
import { newOrganization, PASSWORD } from './kit/people.ts';

export type Asked = { step: string; answer: Answer };
const PERIOD_SECONDS = 30;
/** The mail budget that a round spends is restored before the next one. */
const ROUND_SECONDS = 600;
const LIST = 100;

/**
 * The product's whole life cycle, again and again: every operation once per round, with codes that no earlier round has
 * used.
 */
export const roundsOfOperations = async (client: Client) => {
  const { send } = client;
  const { organization, invite, add } = await newOrganization(client);
  for (let count = 0; count < LIST; count += 1) await invite(`listed-${count}`);
  const admin = await add('admin', true);
  const person = await add('person');
  let createdCount = 0;
  let offset = 0;

  return async (): Promise<Asked[]> => {
    const asked: Asked[] = [];
    const note = async (step: string, answering: Promise<Answer>): Promise<never> => {
      const answer = await answering;
      asked.push({ step, answer });
      return answer.json;
    };
    const post = (route: string, body?: object, token?: string) => send('POST', route, token, body);
    const enter = (email: string, deviceToken?: string) =>
      post('/v1/sign-in', { email, password: PASSWORD, ...(deviceToken && { deviceToken }) });
    const codeOf = (secret: string): string => totpAt(secret, Date.now() + offset);
    const nextPeriod = async (): Promise<void> => {
      offset = await client.advance(PERIOD_SECONDS);
    };
    type Entered = { session: { token: string }; challenge: { token: string }; device: { token: string } };

    offset = await client.advance(ROUND_SECONDS);
    const boss = ((await enter(admin)).json as Entered).session.token;
    createdCount += 1;
    const email = `new-${createdCount}@${organization}.example`;
    const made = await note('createUser', post('/v1/users', { email, name: 'New' }, boss));
    const { user, invitation } = made as { user: { id: string }; invitation: { url: string } };
    const token = new URL(invitation.url).hash.slice(1);
    await note('setPassword', post('/v1/password/set', { token, newPassword: PASSWORD }));
    await note('listUsers, 100', send('GET', '/v1/users?limit=100', boss));
    await note('getUser', send('GET', `/v1/users/${user.id}`, boss));
    await note('listUserSignIns', send('GET', `/v1/users/${user.id}/sign-ins`, boss));
    await note('getTwoFactorAdoption', send('GET', '/v1/users/two-factor-adoption', boss));

    const plain = (await note('signIn, 2FA off', enter(person))) as Entered;
    let session = plain.session.token;
    await note('getAccount', send('GET', '/v1/me', session));
    await note('listSignIns', send('GET', '/v1/me/sign-ins', session));
    const confirmed = await note(
      'confirmIdentity, 2FA off',
      post('/v1/me/confirm-identity', { password: PASSWORD }, session),
    );
    session = (confirmed as Entered).session.token;
    const setup = await note('beginTwoFactorSetup', post('/v1/me/two-factor/setup', undefined, session));
    const { setupId, secret } = setup as { setupId: string; secret: string };
    const confirm = { setupId, code: codeOf(secret) };
    await note('confirmTwoFactorSetup', post('/v1/me/two-factor/setup/confirm', confirm, session));

    await nextPeriod();
    const first = (await note('signIn, 2FA on', enter(person))) as Entered;
    const totp = { challengeToken: first.challenge.token, code: codeOf(secret) };
    const second = (await note('signInTotp', post('/v1/sign-in/totp', totp))) as Entered;
    const shown = await note(
      'showRecoveryCodes',
      post('/v1/me/two-factor/recovery-codes/show', undefined, second.session.token),
    );
    const { recoveryCodes } = shown as { recoveryCodes: string[] };
    await nextPeriod();
    const known = await note('signIn, 2FA on, known device', enter(person, second.device.token));
    const knownTotp = { challengeToken: (known as Entered).challenge.token, code: codeOf(secret) };
    await note('signInTotp, known device', post('/v1/sign-in/totp', knownTotp));
    const third = (await enter(person)).json as Entered;
    const redeem = { challengeToken: third.challenge.token, recoveryCode: recoveryCodes[0] };
    const last = await note('signInRecoveryCode', post('/v1/sign-in/recovery-code', redeem));
    session = (last as Entered).session.token;
    const regenerated = await note(
      'regenerateRecoveryCodes',
      post('/v1/me/two-factor/recovery-codes', undefined, session),
    );
    session = (regenerated as Entered).session.token;
    const disabled = await note('disableTwoFactor', send('DELETE', '/v1/me/two-factor', session));
    session = (disabled as Entered).session.token;
    await note('signOut', post('/v1/sign-out', undefined, session));
    return asked;
  };
};
