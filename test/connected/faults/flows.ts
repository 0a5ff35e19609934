import { randomUUID } from 'node:crypto';
import { commands } from '../../../admin/commands.ts';
import { anySource, call, challengeOf, codeOf, needs, PASSWORD, post, sessionOf } from '../../kit/product.ts';
import type { Facts } from './facts.ts';
import {
  again,
  enrollInTime,
  expectStatus,
  type Flow,
  getsIn,
  newEnrolled,
  newMember,
  newPerson,
  nextToken,
  sender,
} from './flow.ts';
import { flowsOfPeople } from './flows-of-people.ts';

/*
 * What people do, one request each: prepared, sent while something is broken, and finished afterwards as the person
 * would.
 */

const isSignedIn = (before: Facts, after: Facts): boolean => after.signIns > before.signIns;

const passwordSignIn: Flow = {
  name: 'sign in, 2FA off',
  async prepare(organization) {
    const { email, userId } = await newMember(organization);
    return {
      userId,
      send: sender('/v1/sign-in', { body: { email, password: PASSWORD } }),
      isDone: isSignedIn,
      finish: async () => void (await getsIn(email)),
    };
  },
};

const passwordStep: Flow = {
  name: 'sign in, 2FA on: password',
  async prepare(organization) {
    const { email, userId, secret } = await newEnrolled(organization);
    return {
      userId,
      send: sender('/v1/sign-in', { body: { email, password: PASSWORD } }),
      finish: async () => void (await getsIn(email, { secret })),
    };
  },
};

const totpStep: Flow = {
  name: 'sign in, 2FA on: code',
  async prepare(organization) {
    const { email, userId, secret } = await newEnrolled(organization);
    const body = { challengeToken: await challengeOf(email), code: codeOf(secret) };
    const send = sender('/v1/sign-in/totp', { body, key: randomUUID() });
    return {
      userId,
      send,
      isDone: isSignedIn,
      async finish(answer) {
        const done = await again(send, answer, 200);
        const { session } = done.json as { session: { token: string } };
        expectStatus(await call('GET', '/v1/me', { token: session.token }), 200);
        await getsIn(email, { secret, used: body.code });
      },
    };
  },
};

const recoveryStep: Flow = {
  name: 'sign in, 2FA on: recovery code',
  async prepare(organization) {
    const { email, userId, secret, recoveryCodes } = await newEnrolled(organization);
    const body = { challengeToken: await challengeOf(email), recoveryCode: recoveryCodes[0] };
    const send = sender('/v1/sign-in/recovery-code', { body, key: randomUUID() });
    return {
      userId,
      send,
      isDone: isSignedIn,
      async finish(answer) {
        await again(send, answer, 200);
        const used = { challengeToken: await challengeOf(email), recoveryCode: recoveryCodes[0] };
        expectStatus(await post('/v1/sign-in/recovery-code', used), 401);
        await getsIn(email, { secret });
      },
    };
  },
};

const beginSetup: Flow = {
  name: 'begin set-up',
  async prepare(organization) {
    const { email, userId } = await newMember(organization);
    const token = await sessionOf(email);
    return {
      userId,
      send: sender('/v1/me/two-factor/setup', { token }),
      async finish() {
        const { secret } = await enrollInTime(token);
        await getsIn(email, { secret });
      },
    };
  },
};

const confirmSetup: Flow = {
  name: 'confirm set-up',
  async prepare(organization) {
    const { email, userId } = await newMember(organization);
    const token = await sessionOf(email);
    const setup = (await post('/v1/me/two-factor/setup', undefined, token)).json as { setupId: string; secret: string };
    const body = { setupId: setup.setupId, code: codeOf(setup.secret) };
    const send = sender('/v1/me/two-factor/setup/confirm', { body, token, key: randomUUID() });
    return {
      userId,
      send,
      isDone: (_, after) => after.isTwoFactorOn,
      async finish(answer) {
        const done = await again(send, answer, 200);
        const { recoveryCodes } = done.json as { recoveryCodes: string[] };
        const shown = await post('/v1/me/two-factor/recovery-codes/show', undefined, nextToken(done));
        const live = (shown.json as { recoveryCodes: string[] }).recoveryCodes;
        if (String(live) !== String(recoveryCodes)) throw new Error('other codes are live than were shown');
        await getsIn(email, { secret: setup.secret, used: body.code });
      },
    };
  },
};

const disable: Flow = {
  name: 'disable',
  async prepare(organization) {
    const { email, userId, token } = await newEnrolled(organization);
    const send = sender('/v1/me/two-factor', { method: 'DELETE', token, key: randomUUID() });
    return {
      userId,
      send,
      isDone: (_, after) => !after.isTwoFactorOn,
      async finish(answer) {
        expectStatus(await call('GET', '/v1/me', { token: nextToken(await again(send, answer, 200)) }), 200);
        await getsIn(email);
      },
    };
  },
};

const regenerate: Flow = {
  name: 'regenerate recovery codes',
  async prepare(organization) {
    const { email, userId, token, secret, recoveryCodes: old } = await newEnrolled(organization);
    const send = sender('/v1/me/two-factor/recovery-codes', { token, key: randomUUID() });
    return {
      userId,
      send,
      isDone: (before, after) => String(before.recoveryCodes) !== String(after.recoveryCodes),
      async finish(answer) {
        const done = await again(send, answer, 200);
        const { recoveryCodes } = done.json as { recoveryCodes: string[] };
        const shown = await post('/v1/me/two-factor/recovery-codes/show', undefined, nextToken(done));
        const live = (shown.json as { recoveryCodes: string[] }).recoveryCodes;
        if (String(live) !== String(recoveryCodes)) throw new Error('other codes are live than were shown');
        const used = { challengeToken: await challengeOf(email), recoveryCode: old[0] };
        expectStatus(await post('/v1/sign-in/recovery-code', used), 401);
        await getsIn(email, { secret });
      },
    };
  },
};

const show: Flow = {
  name: 'show recovery codes',
  async prepare(organization) {
    const { email, userId, token, secret, recoveryCodes } = await newEnrolled(organization);
    const send = sender('/v1/me/two-factor/recovery-codes/show', { token });
    return {
      userId,
      send,
      async finish(answer) {
        const shown = (await again(send, answer, 200)).json as { recoveryCodes: string[] };
        if (String(shown.recoveryCodes) !== String(recoveryCodes)) throw new Error('other codes');
        await getsIn(email, { secret });
      },
    };
  },
};

const confirmIdentity = (withCode: boolean): Flow => ({
  name: withCode ? 'confirm identity with a code' : 'confirm identity',
  async prepare(organization) {
    const { email, userId } = await newMember(organization);
    const before = await sessionOf(email);
    const second = withCode ? await enrollInTime(before) : undefined;
    const token = second?.token ?? before;
    const code = second && codeOf(second.secret);
    const body = { password: PASSWORD, ...(code && { code }) };
    const send = sender('/v1/me/confirm-identity', { token, body, key: randomUUID() });
    return {
      userId,
      send,
      isDone: (before, after) => [...after.sessions.keys()].some((hash) => !before.sessions.has(hash)),
      async finish(answer) {
        expectStatus(await call('GET', '/v1/me', { token: nextToken(await again(send, answer, 200)) }), 200);
        await getsIn(email, second && { secret: second.secret, ...(code && { used: code }) });
      },
    };
  },
});

const createUser: Flow = {
  name: 'create user',
  async prepare(organization) {
    const admin = `${randomUUID()}@faults.example`;
    const made = await commands.createUser(needs, { organization, email: admin, name: 'Boss', manageUsers: true });
    const invitation = new URL(made.invitation).hash.slice(1);
    expectStatus(await post('/v1/password/set', { token: invitation, newPassword: PASSWORD }), 200);
    const email = `${randomUUID()}@faults.example`;
    const send = sender('/v1/users', {
      body: { email, name: 'New' },
      token: await sessionOf(admin),
      key: randomUUID(),
    });
    return {
      userId: made.userId,
      send,
      async finish(answer) {
        const { invitation: link } = (await again(send, answer, 201)).json as { invitation: { url: string } };
        const set = { token: new URL(link.url).hash.slice(1), newPassword: PASSWORD };
        expectStatus(await post('/v1/password/set', set), 200);
        await getsIn(email);
      },
    };
  },
};

const setPassword: Flow = {
  name: 'set password',
  async prepare(organization) {
    const { email, userId, invitation } = await newPerson(organization);
    const send = sender('/v1/password/set', {
      body: { token: invitation, newPassword: PASSWORD },
      key: randomUUID(),
    });
    return {
      userId,
      send,
      isDone: (_, after) => after.passwordVersion > 0,
      async finish(answer) {
        await again(send, answer, 200);
        await getsIn(email);
      },
    };
  },
};

const signOut: Flow = {
  name: 'sign out',
  async prepare(organization) {
    const { email, userId } = await newMember(organization);
    const token = await sessionOf(email);
    const send = sender('/v1/sign-out', { token });
    return {
      userId,
      send,
      isDone: (before, after) => after.sessions.size < before.sessions.size,
      async finish(answer, wasDone) {
        if (answer.status !== 204) expectStatus(await send(anySource()), wasDone ? 401 : 204);
        expectStatus(await call('GET', '/v1/me', { token }), 401);
        await getsIn(email);
      },
    };
  },
};

export const flows: Flow[] = [
  passwordSignIn,
  passwordStep,
  totpStep,
  recoveryStep,
  beginSetup,
  confirmSetup,
  disable,
  regenerate,
  show,
  confirmIdentity(false),
  confirmIdentity(true),
  createUser,
  setPassword,
  signOut,
  ...flowsOfPeople,
];
