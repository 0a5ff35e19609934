import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import { type OperationId, operations } from '../../../shared/contract/operations.ts';
import { defaultSecurity } from '../../../shared/domain/security-settings.ts';
import { type ExampleRequest, newScene, type Scene, send } from '../../examples/example.ts';
import { cases } from '../../examples/examples.ts';
import { personWithDevice } from '../../examples/sign-in.ts';
import { mailedPass, mailTo, runSchedules, tokenOf } from '../../kit/mails.ts';
import {
  type Answer,
  challengeOf,
  codeOf,
  enroll,
  needs,
  newUser,
  PASSWORD,
  sessionOf,
  signIn,
} from '../../kit/product.ts';
import { ageErasure, almostClosed, setSession, weakenHash } from '../../kit/table.ts';

type Permission = { function: string; action: string; on: string; used: boolean };
const { controlUrl } = inject('accounts');
const permissions = async (): Promise<Permission[]> =>
  ((await (await fetch(`${controlUrl}/permissions`)).json()) as { permissions: Permission[] }).permissions;

const tokenIn = ({ json }: Answer): string => (json as { session: { token: string } }).session.token;
const deviceIn = ({ json }: Answer): string => (json as { device: { token: string } }).device.token;

/**
 * The most expensive case: from a session that was idle for two minutes, so that its use is recorded, and twice, like a
 * client that never got the answer.
 */
const act = async (id: OperationId, request: ExampleRequest, refusedWith?: number) => {
  if (request.token) await setSession(request.token, 'lastSeenAt', Date.now() - 120_000);
  const mayRepeat = 'idempotencyKey' in operations[id];
  const headers: Record<string, string> = mayRepeat ? { 'idempotency-key': randomUUID() } : {};
  const answer = await send(id, request, headers);
  expect(answer.status, `${id}: ${answer.body}`).toBe(refusedWith ?? operations[id].status);
  if (mayRepeat && !refusedWith) expect((await send(id, request, headers)).body, id).toBe(answer.body);
  return answer;
};

/** With the eleventh session, however it begins, the oldest one has to go. */
const fillSessions = async ({ person, enrolledPerson, admin }: Scene): Promise<void> => {
  const { email } = await person();
  for (let count = 0; count < 11; count += 1) await sessionOf(email);
  const { email: other, token, secret, id } = await enrolledPerson();
  for (let count = 0; count < 10; count += 1) {
    const { recoveryCodes } = (await act('showRecoveryCodes', { token })).json as { recoveryCodes: string[] };
    const body = { challengeToken: await challengeOf(other), recoveryCode: recoveryCodes[0] };
    await act('signInRecoveryCode', { body });
  }
  await act('issueBypassCode', { token: admin, params: { userId: id }, body: { reason: 'Phone at home' } });
  const bypass = { challengeToken: await challengeOf(other), bypassCode: await mailedPass(other) };
  await act('signInBypassCode', { body: bypass });
  await act('signInTotp', { body: { challengeToken: await challengeOf(other), code: codeOf(secret) } });
};

/** Wrong guesses, as many as it takes for the owner to be notified and for the password to be closed. */
const guess = async ({ person, enrolledPerson }: Scene): Promise<void> => {
  const challengeToken = await challengeOf((await enrolledPerson()).email);
  for (let count = 0; count < 3; count += 1) await act('signInTotp', { body: { challengeToken, code: '000000' } }, 401);
  const { email } = await person();
  await signIn(email, 'Wrong-Password-12345');
  await almostClosed(email, defaultSecurity.passwordFailuresInARow - 1);
  expect((await signIn(email, 'Wrong-Password-12345')).status).toBe(401);
  expect((await signIn(email)).status).toBe(429);
};

/** Both factors in every combination, on a known device, and with a hash that was made with weaker parameters. */
const confirmInEveryWay = async (scene: Scene): Promise<void> => {
  const { token, recoveryCodes } = await scene.enrolledPerson();
  await act('confirmIdentity', { token, body: { password: PASSWORD, recoveryCode: recoveryCodes[0] } });
  const { email, deviceToken } = await personWithDevice(scene);
  await act('signIn', { body: { email, password: PASSWORD, deviceToken } });
  const weak = await newUser(scene.organizationId, 'weak');
  await weakenHash(weak, PASSWORD);
  await act('signIn', { body: { email: weak, password: PASSWORD } });
};

/** What administrators do to others, one kind of change after the other. */
const administer = async ({ admin, enrolledPerson, newEmail }: Scene): Promise<void> => {
  const body = { email: newEmail(), name: 'Second Administrator', permissions: ['users:manage'] };
  await act('createUser', { token: admin, body });
  const of = { token: admin, params: { userId: (await enrolledPerson()).id } };
  for (const change of [
    { status: 'suspended' },
    { status: 'active' },
    { permissions: ['users:manage'] },
    { permissions: [], name: 'Una' },
  ]) {
    await act('updateUser', { ...of, body: change });
  }
  await act('inviteAgain', of);
};

/** Passwords: a weak one, on a known device; a change that was not the owner's, followed by a new factor. */
const changePasswords = async ({ person }: Scene): Promise<void> => {
  const { email, token } = await person();
  const deviceToken = deviceIn(await signIn(email));
  const body = { currentPassword: PASSWORD, newPassword: `${PASSWORD} again`, deviceToken };
  expect((await send('changePassword', { token, body: { ...body, newPassword: 'x' } })).status).toBe(422);
  await act('changePassword', { token, body });
  const notMe = tokenOf(await mailTo(email, 'Your password was changed'));
  await enroll(tokenIn(await signIn(email, body.newPassword)));
  await act('reportNotMe', { body: { token: notMe } });
  await act('requestPasswordReset', { body: { email } });
  const link = tokenOf(await mailTo(email, 'Reset your password at Acme Telecom'));
  await act('setPassword', { body: { token: link, newPassword: `${PASSWORD} once more`, deviceToken } });
};

/** An address that is changed and taken back. */
const changeAddresses = async ({ person, newEmail }: Scene): Promise<void> => {
  const { email, token } = await person();
  const next = newEmail();
  await act('requestEmailChange', { token, body: { email: next } });
  const link = tokenOf(await mailTo(next, 'Confirm your new email address'));
  await act('confirmEmailChange', { body: { token: link } });
  await act('reportNotMe', { body: { token: tokenOf(await mailTo(email, 'Your email address was changed')) } });
};

/** Administrators leave, by themselves or removed by another one, with everything that an account may have. */
const leave = async ({ admin, organizationId }: Scene): Promise<void> => {
  const [removed, leaver] = [
    await newUser(organizationId, 'removed', true),
    await newUser(organizationId, 'leaver', true),
  ];
  await act('requestPasswordReset', { body: { email: removed } });
  await mailTo(removed, 'Reset your password at Acme Telecom');
  const userId = ((await send('getAccount', { token: await sessionOf(removed) })).json as { id: string }).id;
  await act('deleteUser', { token: admin, params: { userId } });
  await act('deleteAccount', { token: await sessionOf(leaver) });
  await ageErasure(userId, 3);
  await runSchedules();
  await mailTo(removed, 'Your account was deleted');
};

/** Someone reports a mail as spam, and is spared reminders from then on. */
const complain = async ({ organizationId }: Scene): Promise<void> => {
  const email = `complaint+${randomUUID()}@simulator.amazonses.com`;
  const { userId } = await commands.createUser(needs, { organization: organizationId, email, name: 'Nobody' });
  const declines = async () => (await needs.users.get(userId))?.declinesReminders;
  await expect.poll(declines, { timeout: 30_000 }).toBe(true);
};

/*
 * The scheduled check needs a later clock, and a refused mail needs a failing SES: test/connected/delivery covers both,
 * in its own cloud.
 */
const isUsedElsewhere = ({ function: name, on }: Permission): boolean =>
  name === 'watchChallenges' || (/^deliver/.test(name) && on === 'EVENT#*');

describe('least privilege, executed (rule 9)', () => {
  it('every permission that is granted is needed by a request, and every request needs no more than what is granted', {
    timeout: 600_000,
  }, async () => {
    const scene = await newScene();
    for (const { id, example, refusedWith } of cases) await act(id, await example(scene), refusedWith);
    await fillSessions(scene);
    await guess(scene);
    await confirmInEveryWay(scene);
    await administer(scene);
    await changePasswords(scene);
    await changeAddresses(scene);
    await leave(scene);
    await complain(scene);

    const unused = (await permissions())
      .filter((permission) => !permission.used && !isUsedElsewhere(permission))
      .map(({ function: name, action, on }) => `${name} ${action} ${on}`);
    expect(unused).toEqual([]);
  });
});
