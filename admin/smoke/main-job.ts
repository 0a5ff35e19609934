import { generateSync } from 'otplib/functional';
import { commands } from '../commands.ts';
import type { AdminNeeds } from '../needs.ts';
import { eventually, expectThat } from './caller.ts';
import { isOk, type Smoke, type Step } from './step.ts';

/** The organization of smoke tests: created once, and empty between them. */
const ORGANIZATION = '00000000000000000000000000';
const MAIL_SECONDS = 120;

const codeOf = ({ needs, made }: Smoke, steps: number): string => {
  const epoch = Math.floor(needs.clock.now() / 1_000) + steps * 30;
  return generateSync({ secret: made.secret, epoch, period: 30, digits: 6, algorithm: 'sha1' });
};

const challengeOf = async ({ call, made }: Smoke): Promise<string> => {
  const answer = await call('POST', '/v1/sign-in', { body: { email: made.email, password: made.password } });
  isOk(answer);
  const { challenge } = answer.json as { challenge?: { token: string } };
  expectThat(challenge !== undefined, 'expected to be asked for a second factor', answer.body);
  return challenge?.token ?? '';
};

const createOrganization = async (needs: AdminNeeds): Promise<void> => {
  if (await needs.organizations.get(ORGANIZATION)) return;
  await commands.createOrganization(needs, { name: 'Smoke test', id: ORGANIZATION });
};

/** The main job, as one person does it; each step says what it saw. */
export const mainJob: Step[] = [
  {
    name: 'an invitation, and the first password (argon2id on Lambda)',
    async run(smoke) {
      const { needs, call, made } = smoke;
      await createOrganization(needs);
      const options = { organization: ORGANIZATION, email: made.email, name: 'Smoke Test' };
      const { userId, invitation } = await commands.createUser(needs, options);
      made.userId = userId;
      const token = new URL(invitation).hash.slice(1);
      const answer = await call('POST', '/v1/password/set', { body: { token, newPassword: made.password } });
      isOk(answer);
      return made.email;
    },
  },
  {
    name: 'signing in with the password',
    async run({ call, made }) {
      const wrong = await call('POST', '/v1/sign-in', { body: { email: made.email, password: `${made.password}!` } });
      isOk(wrong, 401);
      const answer = await call('POST', '/v1/sign-in', { body: { email: made.email, password: made.password } });
      isOk(answer);
      made.token = (answer.json as { session: { token: string } }).session.token;
      isOk(await call('GET', '/v1/me', { token: made.token }));
      return 'right password 200, wrong one 401';
    },
  },
  {
    name: 'turning on 2FA (KMS)',
    async run(smoke) {
      const { call, made } = smoke;
      const setup = await call('POST', '/v1/me/two-factor/setup', { token: made.token });
      isOk(setup, 201);
      const { setupId, secret } = setup.json as { setupId: string; secret: string };
      made.secret = secret;
      const body = { setupId, code: codeOf(smoke, 0) };
      const confirmed = await call('POST', '/v1/me/two-factor/setup/confirm', { token: made.token, body });
      isOk(confirmed);
      const { recoveryCodes, session } = confirmed.json as { recoveryCodes: string[]; session: { token: string } };
      expectThat(recoveryCodes.length === 8, 'expected 8 recovery codes', recoveryCodes.length);
      Object.assign(made, { recoveryCode: recoveryCodes[0], token: session.token });
      return '8 recovery codes';
    },
  },
  {
    name: 'signing in with a code, which works once',
    async run(smoke) {
      const code = codeOf(smoke, 1);
      const send = async () =>
        smoke.call('POST', '/v1/sign-in/totp', { body: { challengeToken: await challengeOf(smoke), code } });
      isOk(await send());
      isOk(await send(), 401);
      return '200, then 401';
    },
  },
  {
    name: 'signing in with a recovery code, which works once',
    async run(smoke) {
      const { recoveryCode } = smoke.made;
      const send = async () =>
        smoke.call('POST', '/v1/sign-in/recovery-code', {
          body: { challengeToken: await challengeOf(smoke), recoveryCode },
        });
      const answer = await send();
      isOk(answer);
      smoke.made.token = (answer.json as { session: { token: string } }).session.token;
      isOk(await send(), 401);
      return '200, then 401';
    },
  },
  {
    name: 'signing out, which ends the session at once',
    async run({ call, made }) {
      isOk(await call('POST', '/v1/sign-out', { token: made.token }), 204);
      isOk(await call('GET', '/v1/me', { token: made.token }), 401);
      return '401 afterwards';
    },
  },
  {
    name: 'mail: sent, refused by nobody, and one that bounces comes back',
    isSkipped: ({ hasMail }) => !hasMail,
    async run({ needs, made }) {
      const options = { organization: ORGANIZATION, email: made.bounces, name: 'Smoke Test' };
      const { userId } = await commands.createUser(needs, options);
      const returned = await eventually(MAIL_SECONDS, async () => {
        const { events } = await needs.securityEvents.page(userId, 10);
        return events.find(({ type }) => type === 'mail_refused' || type === 'mail_bounced');
      });
      await commands.deleteUser(needs, { email: made.bounces });
      expectThat(returned !== null, `expected the mail to come back within ${MAIL_SECONDS} s`, 'nothing');
      expectThat(returned?.type === 'mail_bounced', 'expected SES to take the mail', returned?.reason);
      const { events } = await needs.securityEvents.page(made.userId, 50);
      const refused = events.find(({ type }) => type === 'mail_refused');
      expectThat(refused === undefined, 'expected SES to take every mail', refused?.reason);
      return `${returned?.reason}`;
    },
  },
];
