import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import { Failure } from '../../../shared/domain/errors.ts';
import { type Answer, anySource, call, codeOf, needs, PASSWORD } from '../../kit/product.ts';
import { setStatus } from '../../kit/table.ts';
import type { Command, Outcome } from './model.ts';

/* One user, several clients at once, and their own clock. */

const { controlUrl } = inject('accounts');

/** What a client holds: it may be outdated, and is used anyway. */
export type Client = {
  session?: string;
  challenge?: string;
  device?: string;
  setup?: { setupId: string; secret: string };
};

/** What a test run asks of a client; what that means depends on what the client holds at the time. */
export type Wish = {
  client: number;
  wish:
    | 'password'
    | 'passwordElsewhere'
    | 'begin'
    | 'confirm'
    | 'confirmWrong'
    | 'totp'
    | 'totpNext'
    | 'totpReplay'
    | 'redeem'
    | 'redeemUsed'
    | 'regenerate'
    | 'disable'
    | 'show'
    | 'signOut'
    | 'reset'
    | 'suspend'
    | 'resume';
};

type Body = {
  code?: string;
  setupId?: string;
  secret?: string;
  recoveryCodes?: string[];
  session?: { token: string };
  challenge?: { token: string };
  device?: { token: string };
};

const outcomeOf = ({ status, json }: Answer): Outcome => {
  const { code, setupId, secret, recoveryCodes, session, challenge, device } = (json ?? {}) as Body;
  return {
    ...{ status, code, codes: recoveryCodes },
    ...{ session: session?.token, challenge: challenge?.token, device: device?.token },
    setup: setupId !== undefined && secret !== undefined ? { setupId, secret } : undefined,
  };
};

export const newModelWorld = async () => {
  const { organizationId } = await commands.createOrganization(needs, { name: 'Acme Telecom' });
  const email = `${randomUUID()}@model.example`;
  const made = await commands.createUser(needs, { organization: organizationId, email, name: 'Test Person' });
  let offsetSeconds = 0;

  const toldTo = new Map<string, number>();
  /** Sent from its own address unless one is given; the clock is this world's. */
  const send = async (method: string, path: string, token?: string, body?: unknown, client = anySource()) => {
    const advanceSeconds = offsetSeconds - (toldTo.get(client) ?? 0);
    toldTo.set(client, offsetSeconds);
    const clock = JSON.stringify({ advanceSeconds, client });
    if (advanceSeconds !== 0) await fetch(`${controlUrl}/clock`, { method: 'POST', body: clock });
    return call(method, path, { token, body, headers: { 'x-local-source-ip': client } });
  };
  const set = { token: new URL(made.invitation).hash.slice(1), newPassword: PASSWORD };
  await send('POST', '/v1/password/set', undefined, set);

  const clients: Client[] = [{}, {}, {}];
  const known = { codes: [] as string[], used: [] as string[], steps: [] as number[], secret: '' };
  const stepNow = (): number => Math.floor((Date.now() / 1_000 + offsetSeconds) / 30);

  const totpAt = (challenge: string, step: number | undefined): Command | undefined =>
    known.secret && step ? { name: 'totp', challenge, secret: known.secret, step } : undefined;
  const redeem = (challenge: string, code: string | undefined): Command | undefined =>
    code ? { name: 'redeem', challenge, code } : undefined;

  type Answering = Extract<Wish['wish'], 'totp' | 'totpNext' | 'totpReplay' | 'redeem' | 'redeemUsed'>;
  const answerOf = (wish: Answering, challenge: string | undefined): Command | undefined => {
    if (!challenge) return undefined;
    const answers: Record<Answering, () => Command | undefined> = {
      totp: () => totpAt(challenge, stepNow()),
      totpNext: () => totpAt(challenge, stepNow() + 1),
      totpReplay: () => totpAt(challenge, known.steps.at(-1)),
      redeem: () => redeem(challenge, known.codes[0]),
      redeemUsed: () => redeem(challenge, known.used.at(-1)),
    };
    return answers[wish]();
  };

  /** The request that a wish becomes, given what the client holds; undefined if it holds nothing for it. */
  const commandOf = ({ client, wish }: Wish): Command | undefined => {
    const { session, device, setup } = clients[client] ?? {};
    switch (wish) {
      case 'password':
        return { name: wish, device };
      case 'passwordElsewhere':
        return { name: 'password' };
      case 'reset':
      case 'suspend':
      case 'resume':
        return { name: wish };
      case 'confirm':
      case 'confirmWrong':
        if (!session || !setup) return undefined;
        return { name: 'confirm', session, setupId: setup.setupId, isRight: wish === 'confirm', step: stepNow() };
      case 'totp':
      case 'totpNext':
      case 'totpReplay':
      case 'redeem':
      case 'redeemUsed':
        return answerOf(wish, clients[client]?.challenge);
      default:
        return session ? { name: wish, session } : undefined;
    }
  };

  const codeAt = (secret: string, step: number): string => codeOf(secret, step - Math.floor(Date.now() / 30_000));

  const request = (command: Command, setup: Client['setup']): Promise<Answer> => {
    switch (command.name) {
      case 'password':
        return send('POST', '/v1/sign-in', undefined, { email, password: PASSWORD, deviceToken: command.device });
      case 'totp': {
        const body = { challengeToken: command.challenge, code: codeAt(command.secret, command.step) };
        return send('POST', '/v1/sign-in/totp', undefined, body);
      }
      case 'redeem': {
        const body = { challengeToken: command.challenge, recoveryCode: command.code };
        return send('POST', '/v1/sign-in/recovery-code', undefined, body);
      }
      case 'confirm': {
        const step = command.isRight ? command.step : command.step + 1_000;
        const body = { setupId: command.setupId, code: codeAt(setup?.secret ?? '', step) };
        return send('POST', '/v1/me/two-factor/setup/confirm', command.session, body);
      }
      case 'begin':
        return send('POST', '/v1/me/two-factor/setup', command.session);
      case 'regenerate':
        return send('POST', '/v1/me/two-factor/recovery-codes', command.session);
      case 'show':
        return send('POST', '/v1/me/two-factor/recovery-codes/show', command.session);
      case 'disable':
        return send('DELETE', '/v1/me/two-factor', command.session);
      case 'signOut':
        return send('POST', '/v1/sign-out', command.session);
      default:
        throw new Error(`${command.name} is no request`);
    }
  };

  const run = async (command: Command, client: number): Promise<Outcome> => {
    if (command.name === 'suspend' || command.name === 'resume') {
      await setStatus(made.userId, command.name === 'suspend' ? 'suspended' : 'active');
      return { status: 204 };
    }
    if (command.name === 'reset') {
      return commands.resetTwoFactor(needs, { email, reason: 'lost' }).then(
        () => ({ status: 204 }),
        (error: unknown) => {
          if (!(error instanceof Failure)) throw error;
          return { status: error.code === 'temporarily_unavailable' ? 503 : 409, code: error.code };
        },
      );
    }
    return outcomeOf(await request(command, clients[client]?.setup));
  };

  /** What clients remember from an answer. */
  const remember = (command: Command, client: number, outcome: Outcome): void => {
    const held = clients[client] ?? {};
    if (outcome.session) held.session = outcome.session;
    if (outcome.challenge) held.challenge = outcome.challenge;
    if (outcome.device) held.device = outcome.device;
    if (outcome.setup) held.setup = outcome.setup;
    if (outcome.codes) known.codes = [...outcome.codes];
    if (outcome.status === 200) learn(command, held);
  };
  /** What all clients know about a completed command. */
  const learn = (command: Command, { setup }: Client): void => {
    if (command.name === 'confirm') known.secret = setup?.secret ?? '';
    if (command.name === 'confirm' || command.name === 'totp') known.steps.push(command.step);
    if (command.name === 'redeem') {
      known.codes = known.codes.filter((code) => code !== command.code);
      known.used.push(command.code);
    }
  };

  return {
    userId: made.userId,
    email,
    send,
    stepNow,
    codeAt,
    /** What the clients hold, and what was shown to them. */
    clients,
    known,
    commandOf,
    run,
    remember,
    isAlive: async (session: string): Promise<boolean> => (await send('GET', '/v1/me', session)).status === 200,
    advance: (seconds: number): void => {
      offsetSeconds += seconds;
    },
  };
};
