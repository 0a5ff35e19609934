import { generateSync } from 'otplib/functional';
import { cryptoRandom, ulids } from '../shared/adapters/ids.ts';
import { logoReader } from '../shared/adapters/logos/logo-reader.ts';
import { svgQrCodes } from '../shared/adapters/qr-codes.ts';
import { Failure, type FailureCode } from '../shared/domain/errors.ts';
import { SECOND } from '../shared/domain/instant.ts';
import type { Caller, CallerContext, Context } from '../shared/domain/request.ts';
import { readToken } from '../shared/domain/sessions/tokens.ts';
import type { Passwords } from '../shared/ports/passwords.ts';
import type { SecretBox } from '../shared/ports/secret-box.ts';
import { createOrganization } from '../shared/use-cases/operator/create-organization.ts';
import { setPassword } from '../shared/use-cases/sign-in/set-password.ts';
import { signIn } from '../shared/use-cases/sign-in/sign-in.ts';
import { beginTwoFactorSetup } from '../shared/use-cases/two-factor/begin-two-factor-setup.ts';
import { confirmTwoFactorSetup } from '../shared/use-cases/two-factor/confirm-two-factor-setup.ts';
import { inviteUser } from '../shared/use-cases/users/steps/invite-user.ts';
import { client, NOW } from './fixtures.ts';
import { emptyState } from './memory/state.ts';
import { memoryStores } from './memory/stores.ts';
import { defaultSecurity } from './security-settings.ts';

/** Passwords without the cost: the hash is readable, and a prefix marks an old parameter set. */
const plainPasswords: Passwords = {
  hash: async (password) => `new:${password}`,
  verify: async (password, phc) => phc !== undefined && phc.split(':').slice(1).join(':') === password,
  needsRehash: (phc) => phc.startsWith('old:'),
};

/** A box that, like KMS, opens only for the user that it was sealed for. */
const plainBox = (purpose: string): SecretBox => ({
  seal: async (userId, secret) => Buffer.concat([Buffer.from(`${purpose}/${userId}/`), secret]),
  async open(userId, sealed) {
    const context = Buffer.from(`${purpose}/${userId}/`);
    if (!Buffer.from(sealed).subarray(0, context.length).equals(context)) throw new Failure('temporarily_unavailable');
    return new Uint8Array(Buffer.from(sealed).subarray(context.length));
  },
});

export const PASSWORD = 'correct horse battery staple';

/** The product in memory, with a clock that tests move, and the people who use it. */
export const newWorld = () => {
  const state = emptyState();
  let now = NOW;
  const needs = {
    ...memoryStores(state),
    clock: { now: () => now },
    random: cryptoRandom,
    ids: ulids,
    security: defaultSecurity,
    passwords: plainPasswords,
    commonPasswords: { rankOf: (password: string) => (password === 'passwordpassword' ? 1 : undefined) },
    totpSecrets: plainBox('totp-secret'),
    recoverySecrets: plainBox('recovery-code'),
    passSecrets: plainBox('bypass-code'),
    sendsMail: true,
    qrCodes: svgQrCodes,
    logos: logoReader,
    origin: 'https://auth.example.com',
    originSecret: { value: 'known to the edge alone', isRequired: false },
    productName: 'Sallyport',
  };
  const context = (): Context => ({ now, client, note: () => undefined });

  const caller = async (token: string): Promise<Caller> => {
    const reference = readToken('session', token);
    const found = reference && (await needs.sessions.find(reference.userId, reference.hash));
    if (!found) throw new Failure('session_required');
    return found;
  };
  const as = async (token: string): Promise<CallerContext> => ({ ...context(), caller: await caller(token) });

  /** A user of a new organization, or of a given one, who has accepted the invitation. */
  const register = async (email: string, organizationId?: string, permissions: 'users:manage'[] = []) => {
    const organization = { id: organizationId ?? (await createOrganization(needs, now, 'Acme Telecom')).id };
    const inviting = { organization, actor: null, actorId: 'test', client, now };
    const { user, invitation } = await inviteUser(needs, inviting, { email, name: 'Uma Unger', permissions });
    const token = new URL(invitation.url).hash.slice(1);
    await setPassword(needs, context(), { token, newPassword: PASSWORD });
    return { userId: user.id, organizationId: organization.id, email };
  };

  const signInWithPassword = async (email: string): Promise<string> => {
    const outcome = await signIn(needs, context(), { email, password: PASSWORD });
    if (outcome.status !== 'signed_in') throw new Error('a second factor is asked for');
    return outcome.session.token;
  };

  const startChallenge = async (email: string): Promise<string> => {
    const outcome = await signIn(needs, context(), { email, password: PASSWORD });
    if (outcome.status !== 'two_factor_required') throw new Error('no second factor is asked for');
    return outcome.challenge.token;
  };

  /** The authenticator app: what it shows now, or `steps` time steps away. */
  const codeOf = (secret: string, steps = 0): string =>
    generateSync({ secret, epoch: Math.floor(now / SECOND) + steps * 30, period: 30, digits: 6, algorithm: 'sha1' });

  const enroll = async (token: string) => {
    const setup = await beginTwoFactorSetup(needs, await as(token));
    const input = { setupId: setup.setupId, code: codeOf(setup.secret) };
    const { recoveryCodes, session } = await confirmTwoFactorSetup(needs, await as(token), input);
    // The token has changed, because the session's rights have.
    return { secret: setup.secret, recoveryCodes, token: session.token };
  };

  /** The bypass code that the latest mail would hand over. */
  const mailedPass = async (userId: string): Promise<string> => {
    const sealed = (state.events.get(userId) ?? []).findLast(({ sealedPass }) => sealedPass)?.sealedPass ?? '';
    return Buffer.from(await needs.passSecrets.open(userId, Buffer.from(sealed, 'base64'))).toString();
  };

  return {
    mailedPass,
    state,
    needs,
    context,
    as,
    register,
    signInWithPassword,
    startChallenge,
    codeOf,
    enroll,
    advance: (milliseconds: number): void => {
      now += milliseconds;
    },
  };
};
export type World = ReturnType<typeof newWorld>;

/** The code of the failure that a promise rejects with. */
export const failureOf = async (promise: Promise<unknown>): Promise<FailureCode | 'none'> => {
  try {
    await promise;
    return 'none';
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
};
