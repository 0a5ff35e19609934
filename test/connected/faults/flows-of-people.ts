import { randomUUID } from 'node:crypto';
import { mailedPass } from '../../kit/mails.ts';
import { anySource, call, challengeOf, codeOf, PASSWORD, post, sessionOf, signIn } from '../../kit/product.ts';
import { again, expectStatus, type Flow, getsIn, newAdmin, newEnrolled, newMember, nextToken, sender } from './flow.ts';

/* What people do with their account, and what administrators do with others' accounts. */

const ANOTHER = 'another horse battery staple';

const changePassword: Flow = {
  name: 'change password',
  async prepare(organization) {
    const { email, userId } = await newMember(organization);
    const token = await sessionOf(email);
    const body = { currentPassword: PASSWORD, newPassword: ANOTHER };
    const send = sender('/v1/me/password', { method: 'PUT', token, body, key: randomUUID() });
    return {
      userId,
      send,
      isDone: (before, after) => after.passwordVersion > before.passwordVersion,
      async finish(answer) {
        expectStatus(await call('GET', '/v1/me', { token: nextToken(await again(send, answer, 200)) }), 200);
        expectStatus(await call('GET', '/v1/me', { token }), 401);
        expectStatus(await signIn(email), 401);
        expectStatus(await signIn(email, ANOTHER), 200);
      },
    };
  },
};

const endOthers: Flow = {
  name: 'end other sessions',
  async prepare(organization) {
    const { email, userId } = await newMember(organization);
    const [other, token] = [await sessionOf(email), await sessionOf(email)];
    const send = sender('/v1/me/sessions', { method: 'DELETE', token, key: randomUUID() });
    return {
      userId,
      send,
      async finish(answer) {
        const next = nextToken(await again(send, answer, 200));
        for (const dead of [other, token]) expectStatus(await call('GET', '/v1/me', { token: dead }), 401);
        expectStatus(await call('GET', '/v1/me', { token: next }), 200);
        await getsIn(email);
      },
    };
  },
};

const reset: Flow = {
  name: 'reset by an administrator',
  async prepare(organization) {
    const { email, userId, token } = await newEnrolled(organization);
    const boss = await newAdmin(organization);
    const sent = { method: 'DELETE', token: boss, body: { reason: 'phone lost' }, key: randomUUID() };
    const send = sender(`/v1/users/${userId}/two-factor`, sent);
    return {
      userId,
      send,
      isDone: (_, after) => !after.isTwoFactorOn,
      async finish(answer) {
        await again(send, answer, 204);
        expectStatus(await call('GET', '/v1/me', { token }), 401);
        await getsIn(email);
      },
    };
  },
};

const suspend: Flow = {
  name: 'suspend',
  async prepare(organization) {
    const { email, userId } = await newMember(organization);
    const [token, boss] = [await sessionOf(email), await newAdmin(organization)];
    const setStatus = (status: string) =>
      sender(`/v1/users/${userId}`, { method: 'PATCH', token: boss, body: { status } });
    const send = setStatus('suspended');
    return {
      userId,
      send,
      async finish(answer) {
        await again(send, answer, 200);
        expectStatus(await call('GET', '/v1/me', { token }), 401);
        expectStatus(await signIn(email), 401);
        expectStatus(await setStatus('active')(anySource()), 200);
        await getsIn(email);
      },
    };
  },
};

const bypassCode: Flow = {
  name: 'sign in, 2FA on: bypass code',
  async prepare(organization) {
    const { email, userId, secret } = await newEnrolled(organization);
    const issue = sender(`/v1/users/${userId}/bypass-code`, {
      token: await newAdmin(organization),
      body: { reason: 'phone at home' },
    });
    expectStatus(await issue(anySource()), 201);
    const pass = await mailedPass(email);
    const body = { challengeToken: await challengeOf(email), bypassCode: pass };
    const send = sender('/v1/sign-in/bypass-code', { body, key: randomUUID() });
    return {
      userId,
      send,
      isDone: (before, after) => after.signIns > before.signIns,
      async finish(answer) {
        await again(send, answer, 200);
        const used = { challengeToken: await challengeOf(email), bypassCode: pass };
        expectStatus(await post('/v1/sign-in/bypass-code', used), 401);
        await getsIn(email, { secret });
      },
    };
  },
};

const issuePass: Flow = {
  name: 'make a bypass code',
  async prepare(organization) {
    const { email, userId, secret } = await newEnrolled(organization);
    const sent = { token: await newAdmin(organization), body: { reason: 'phone at home' }, key: randomUUID() };
    const send = sender(`/v1/users/${userId}/bypass-code`, sent);
    return {
      userId,
      send,
      async finish(answer) {
        await again(send, answer, 201);
        const body = { challengeToken: await challengeOf(email), bypassCode: await mailedPass(email) };
        expectStatus(await post('/v1/sign-in/bypass-code', body), 200);
        await getsIn(email, { secret });
      },
    };
  },
};

const replaceApp: Flow = {
  name: 'replace the authenticator app',
  async prepare(organization) {
    const { email, userId, token, secret: old } = await newEnrolled(organization);
    const setup = (await post('/v1/me/two-factor/setup', undefined, token)).json as { setupId: string; secret: string };
    const body = { setupId: setup.setupId, code: codeOf(setup.secret) };
    const send = sender('/v1/me/two-factor/setup/confirm', { body, token, key: randomUUID() });
    return {
      userId,
      send,
      async finish(answer) {
        await again(send, answer, 200);
        const challengeToken = await challengeOf(email);
        expectStatus(await post('/v1/sign-in/totp', { challengeToken, code: codeOf(old, 1) }), 401);
        await getsIn(email, { secret: setup.secret, used: body.code });
      },
    };
  },
};

const deletion: Flow = {
  name: 'delete a user',
  async prepare(organization) {
    const { email, userId, token } = await newEnrolled(organization);
    const boss = await newAdmin(organization);
    const send = sender(`/v1/users/${userId}`, { method: 'DELETE', token: boss, key: randomUUID() });
    return {
      userId,
      send,
      isDone: (_, after) => after.passwordVersion === 0,
      async finish(answer) {
        await again(send, answer, 204);
        expectStatus(await call('GET', '/v1/me', { token }), 401);
        expectStatus(await signIn(email), 401);
        // The address is free.
        expectStatus(await post('/v1/users', { email, name: 'Next' }, boss), 201);
      },
    };
  },
};

export const flowsOfPeople: Flow[] = [
  changePassword,
  endOthers,
  reset,
  suspend,
  issuePass,
  bypassCode,
  replaceApp,
  deletion,
];
