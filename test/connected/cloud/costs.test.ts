import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mailedPass, mailTo, tokenOf } from '../../kit/mails.ts';
import {
  type Answer,
  call,
  callsOf,
  challengeOf,
  codeBefore,
  codeOf,
  enroll,
  freshAdmin,
  get,
  newOrganization,
  PASSWORD,
  post,
  remove,
  sessionOf,
  signIn,
} from '../../kit/product.ts';

/** Bytes to and from AWS. */
const weights = new Map<string, number>();

const costOf = async (name: string, answer: Answer): Promise<string[]> => {
  if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.body}`);
  const calls = await callsOf(answer);
  weights.set(
    name,
    calls.reduce((sum, { sentBytes, receivedBytes }) => sum + sentBytes + receivedBytes, 0),
  );
  const actions = calls.map(({ action }) => action).sort();
  const counted = [...new Set(actions)].map((action) => {
    const count = actions.filter((other) => other === action).length;
    return count === 1 ? action : `${count} × ${action}`;
  });
  const units = (of: 'readUnits' | 'writeUnits') => String(calls.reduce((sum, call) => sum + call[of], 0));
  return [name, String(calls.length), units('readUnits'), units('writeUnits'), counted.join(', ')];
};

const tokenIn = ({ json }: Answer): string => (json as { session: { token: string } }).session.token;

/** The rows of the table under a heading of docs/performance.md, cells trimmed. */
const documented = (heading: string): string[][] => {
  const text = readFileSync('docs/performance.md', 'utf8');
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

it('every operation makes the AWS calls and takes the units that docs/performance.md says, and no more', {
  timeout: 120_000,
}, async () => {
  const { admin, user, organizationId } = await newOrganization();
  const boss = await freshAdmin(admin);
  const token = await sessionOf(user);
  const costs: string[][] = [];
  const note = async (name: string, answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    costs.push(await costOf(name, given));
    return given;
  };
  const made = await note(
    'createUser',
    post('/v1/users', { email: `new@${organizationId}.example`, name: 'New' }, boss),
  );
  const { user: created, invitation } = made.json as { user: { id: string }; invitation: { url: string } };
  const set = { token: new URL(invitation.url).hash.slice(1), newPassword: PASSWORD };
  await note('setPassword', post('/v1/password/set', set));
  await note('signIn, 2FA off', signIn(user));
  await note(
    'signIn, 2FA off, wrong password',
    signIn(user, 'wrong').then((answer) => ({ ...answer, status: 200 })),
  );
  await note('getAccount', get('/v1/me', token));
  await note('listSignIns', get('/v1/me/sign-ins', token));
  await note(
    'confirmIdentity, 2FA off',
    post('/v1/me/confirm-identity', { password: PASSWORD }, await sessionOf(user)),
  );
  const setup = await note('beginTwoFactorSetup', post('/v1/me/two-factor/setup', undefined, token));
  const { setupId, secret } = setup.json as { setupId: string; secret: string };
  const confirm = { setupId, code: await codeBefore(secret) };
  await note('confirmTwoFactorSetup', post('/v1/me/two-factor/setup/confirm', confirm, token));
  await note('signIn, 2FA on', signIn(user));
  const totp = { challengeToken: await challengeOf(user), code: codeOf(secret) };
  const entered = await note('signInTotp', post('/v1/sign-in/totp', totp));
  const { session, device } = entered.json as { session: { token: string }; device: { token: string } };
  const known = { email: user, password: PASSWORD, deviceToken: device.token };
  const again = await note('signIn, 2FA on, known device', post('/v1/sign-in', known));
  const { challenge } = again.json as { challenge: { token: string } };
  const next = { challengeToken: challenge.token, code: codeOf(secret, 1) };
  await note('signInTotp, known device', post('/v1/sign-in/totp', next));
  const shown = await note(
    'showRecoveryCodes',
    post('/v1/me/two-factor/recovery-codes/show', undefined, session.token),
  );
  const { recoveryCodes } = shown.json as { recoveryCodes: string[] };
  const redeem = { challengeToken: await challengeOf(user), recoveryCode: recoveryCodes[0] };
  await note('signInRecoveryCode', post('/v1/sign-in/recovery-code', redeem));
  const regenerated = post('/v1/me/two-factor/recovery-codes', undefined, session.token);
  const regenerator = tokenIn(await note('regenerateRecoveryCodes', regenerated));
  const disabled = tokenIn(await note('disableTwoFactor', remove('/v1/me/two-factor', regenerator)));
  await note('signOut', call('POST', '/v1/sign-out', { token: disabled }));
  await note('listUsers', get('/v1/users', boss));
  await note('listUsers, filtered', get('/v1/users?twoFactor=disabled', boss));
  await note('getTwoFactorAdoption', get('/v1/users/two-factor-adoption', boss));
  await note('getTwoFactorAdoptionHistory', get('/v1/users/two-factor-adoption/history', boss));
  await note('getTwoFactorPolicy', get('/v1/organization/two-factor-policy', boss));
  const policy = { token: boss, body: { mode: 'encouraged' } };
  await note('setTwoFactorPolicy', call('PUT', '/v1/organization/two-factor-policy', policy));
  await note('remindUsers', post('/v1/users/two-factor-reminders', { userIds: [created.id] }, boss));
  await note('getUser', get(`/v1/users/${created.id}`, boss));
  await note('listUserSignIns', get(`/v1/users/${created.id}/sign-ins`, boss));
  await note('listUserEvents', get(`/v1/users/${created.id}/events`, boss));
  await note('updateUser', call('PATCH', `/v1/users/${created.id}`, { token: boss, body: { name: 'Newer' } }));
  await note('inviteAgain', post(`/v1/users/${created.id}/invitation`, undefined, boss));
  const { token: enrolled } = await enroll(await sessionOf(user));
  const { id: userId } = (await get('/v1/me', enrolled)).json as { id: string };
  const reason = { token: boss, body: { reason: 'lost' } };
  await note('issueBypassCode', call('POST', `/v1/users/${userId}/bypass-code`, reason));
  const usePass = { challengeToken: await challengeOf(user), bypassCode: await mailedPass(user) };
  await note('signInBypassCode', post('/v1/sign-in/bypass-code', usePass));
  await note('resetTwoFactor', call('DELETE', `/v1/users/${userId}/two-factor`, reason));
  const first = await sessionOf(user);
  const second = await sessionOf(user);
  const listed = await note('listSessions', get('/v1/me/sessions', second));
  const { sessions } = listed.json as { sessions: { id: string; current: boolean }[] };
  const other = sessions.find(({ current }) => !current)?.id;
  await note('endSession', remove(`/v1/me/sessions/${other}`, second));
  const alone = tokenIn(await note('endOtherSessions', remove('/v1/me/sessions', second)));
  await note('listEvents', get('/v1/me/events', alone));
  const passwords = { currentPassword: PASSWORD, newPassword: `${PASSWORD} again` };
  await note('changePassword', call('PUT', '/v1/me/password', { token: alone, body: passwords }));
  expect((await get('/v1/me', first)).status).toBe(401);
  await note('liftWaits', post(`/v1/users/${userId}/lift-waits`, reason.body, boss));
  const link = tokenOf(await mailTo(user, 'Your password was changed'));
  await note('inspectLink', post('/v1/password/link', { token: link }));
  await note('reportNotMe', post('/v1/password/not-me', { token: link }));
  await note('requestPasswordReset', post('/v1/password/forgot', { email: user }));
  await note('getHealth', get('/v1/health'));
  if (process.env.REPORT) console.log(costs.map((row) => `| ${row.join(' | ')} |`).join('\n'));
  expect(documented('AWS calls of each operation')).toEqual(costs);
  // How many records there are decides some; what grows beyond that is an item or a request that got heavier.
  for (const [operation = '', , , , , , kb] of documented('CPU, hops and bytes of each operation')) {
    const weight = (weights.get(operation) ?? 0) / 1_000;
    expect(weight, operation).toBeLessThan(Number(kb) * 1.25 + 1);
  }
});
