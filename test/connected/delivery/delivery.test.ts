import { setTimeout } from 'node:timers/promises';
import { generateSync } from 'otplib/functional';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import type { Fault } from '../../../local/aws/faults.ts';
import type { SentMail } from '../../../local/aws/mail/mail-server.ts';
import { ownCloud } from '../../kit/own-cloud.ts';

/*
 * What can break between an event and its owner. This uses its own cloud, because these faults would affect everyone's
 * mails.
 */

const { cloud, needs } = await ownCloud('delivery');
const { organizationId: organization } = await commands.createOrganization(needs, { name: 'Acme Telecom' });

const control = async <T>(route: string, body?: object): Promise<T> => {
  const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  return (await (await fetch(cloud.controlUrl + route, sent)).json()) as T;
};
const breakIt = (fault: Partial<Fault>) => control('/faults', { function: 'deliverEvents', ...fault });
type Permission = { function: string; on: string; used: boolean };
/** Whether a function has written events, as the local gateway saw it: here only a refused mail causes that. */
const wroteEvents = async (name: string): Promise<boolean> => {
  const { permissions } = await control<{ permissions: Permission[] }>('/permissions');
  return permissions.some(
    (permission) => permission.function === name && permission.on === 'EVENT#*' && permission.used,
  );
};
const mailsTo = async (email: string): Promise<SentMail[]> =>
  (await control<{ mails: SentMail[] }>(`/mail?to=${encodeURIComponent(email)}`)).mails;

const invite = async (names: string[]): Promise<string[]> => {
  const emails = names.map((name) => `${name}@${organization}.example`);
  await Promise.all(emails.map((email) => commands.createUser(needs, { organization, email, name: 'Test Person' })));
  return emails;
};
/** How many mails each person got, once everyone has one and no one has received another for a while. */
const counts = async (emails: string[]): Promise<number[]> => {
  let before = '';
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await Promise.all(emails.map(async (email) => (await mailsTo(email)).length));
    if (now.every((count) => count > 0) && String(now) === before) return now;
    before = String(now);
    await setTimeout(300);
  }
  throw new Error(`mails that never came: ${before}`);
};

describe('an event reaches its owner', () => {
  it('even if the function dies in the middle of a batch: nothing is lost, and only the mail that it died over comes twice', async () => {
    await breakIt({ service: 'ses', action: 'SendEmail', kind: 'killInstance', nth: 3 });
    const emails = await invite(Array.from({ length: 8 }, (_, index) => `killed-${index}`));
    const sent = await counts(emails);
    expect(sent.filter((count) => count === 1)).toHaveLength(7);
    expect(sent.filter((count) => count === 2)).toHaveLength(1);
  });

  it('only once if the function dies after marking it as delivered', async () => {
    await breakIt({ service: 'dynamodb', action: 'UpdateItem', kind: 'killInstance', nth: 2 });
    const emails = await invite(Array.from({ length: 5 }, (_, index) => `marked-${index}`));
    expect(await counts(emails)).toEqual([1, 1, 1, 1, 1]);
  });

  it('even if SES is down for a while, and no one who signs in notices', async () => {
    const { invitation } = await commands.createUser(needs, {
      organization,
      email: `reader@${organization}.example`,
      name: 'Reader',
    });
    await breakIt({ service: 'ses', action: 'SendEmail', kind: 'status503', times: 8 });
    const emails = await invite(['away']);
    const newPassword = 'correct horse battery staple';
    const post = (route: string, body: object) =>
      fetch(cloud.url + route, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const token = new URL(invitation).hash.slice(1);
    expect((await post('/v1/password/set', { token, newPassword })).status).toBe(200);
    const credentials = { email: `reader@${organization}.example`, password: newPassword };
    expect((await post('/v1/sign-in', credentials)).status).toBe(200);
    expect(await counts(emails)).toEqual([1]);
  });

  it('unless SES refuses that mail permanently, which holds up no one else', async () => {
    await breakIt({ service: 'ses', action: 'SendEmail', kind: 'mailRejected' });
    const [refused = ''] = await invite(['refused']);
    await setTimeout(500);
    expect(await counts(await invite(['after-it']))).toEqual([1]);
    expect(await mailsTo(refused)).toEqual([]);
    expect(await control('/dead-letters')).toEqual({ deadLetters: [] });
    expect(await wroteEvents('deliverEvents')).toBe(true);
  });

  it('and is sent after all once an operator has mended the cause and asks for it, one time', async () => {
    await breakIt({ service: 'ses', action: 'SendEmail', kind: 'mailRejected' });
    const [refused = ''] = await invite(['mended']);
    await setTimeout(1_000);
    expect(await mailsTo(refused)).toEqual([]);
    const { asked } = await commands.sendRefused(needs, { hours: '1' });
    expect(asked).toBeGreaterThan(0);
    expect(await counts([refused])).toEqual([1]);
    // What was sent is not refused any longer, so it is not sent again.
    for (let tries = 0; tries < 50 && (await commands.sendRefused(needs, { hours: '1' })).asked > 0; tries += 1) {
      await setTimeout(200);
    }
    expect(await counts([refused])).toEqual([1]);
    await expect(commands.sendRefused(needs, { hours: 'many' })).rejects.toThrow('--hours');
  });

  it('and the same applies to a mail that a stranger requests, which the account’s history also shows', async () => {
    const email = `reader@${organization}.example`;
    await breakIt({ function: 'deliverResetRequests', service: 'ses', action: 'SendEmail', kind: 'mailRejected' });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${cloud.url}/v1/password/forgot`, { method: 'POST', headers, body: JSON.stringify({ email }) });
    for (let tries = 0; tries < 50 && !(await wroteEvents('deliverResetRequests')); tries += 1) await setTimeout(200);
    expect(await wroteEvents('deliverResetRequests')).toBe(true);
    const body = JSON.stringify({ email, password: 'correct horse battery staple' });
    const entered = await fetch(`${cloud.url}/v1/sign-in`, { method: 'POST', headers, body });
    const { session } = (await entered.json()) as { session: { token: string } };
    const bearer = { authorization: `Bearer ${session.token}` };
    const history = (await (await fetch(`${cloud.url}/v1/me/events`, { headers: bearer })).json()) as {
      events: { type: string; reason?: string }[];
    };
    expect(history.events.find(({ type }) => type === 'mail_refused')?.reason).toMatch(/^passwordReset: /);
  });
});

describe('the right password without a second factor', () => {
  it('reaches the owner after the challenge has expired, through a function that may do nothing else', async () => {
    const email = `owner@${organization}.example`;
    const { invitation } = await commands.createUser(needs, { organization, email, name: 'Owner' });
    const ask = async (method: string, route: string, body?: object, token?: string) => {
      const answer = await fetch(cloud.url + route, {
        method,
        headers: {
          'x-local-source-ip': '10.9.8.7',
          ...(body && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return (text === '' ? {} : JSON.parse(text)) as never;
    };
    const password = 'correct horse battery staple';
    await ask('POST', '/v1/password/set', { token: new URL(invitation).hash.slice(1), newPassword: password });
    const { session } = (await ask('POST', '/v1/sign-in', { email, password })) as { session: { token: string } };
    const setup = await ask('POST', '/v1/me/two-factor/setup', undefined, session.token);
    const { setupId, secret } = setup as { setupId: string; secret: string };
    const code = generateSync({ secret, period: 30, digits: 6, algorithm: 'sha1' });
    await ask('POST', '/v1/me/two-factor/setup/confirm', { setupId, code }, session.token);
    const begun = await ask('POST', '/v1/sign-in', { email, password });
    expect(begun).toMatchObject({ status: 'two_factor_required' });
    // The stream delivers it; then the challenge's time passes.
    await setTimeout(1_000);
    await control('/clock', { advanceSeconds: 420 });
    expect(await control('/schedules', {})).toMatchObject({
      ran: expect.arrayContaining([{ function: 'watchChallenges', ok: true }]),
    });
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await mailsTo(email)).some(({ subject }) => subject.startsWith('Someone entered your password'))) break;
      await setTimeout(200);
    }
    const alarm = (await mailsTo(email)).find(({ subject }) => subject.startsWith('Someone entered your password'));
    expect(alarm?.text).toContain('10.9.8.7');
    const { permissions } = await control<{ permissions: Permission[] }>('/permissions');
    expect(permissions.filter(({ function: name, used }) => name === 'watchChallenges' && !used)).toEqual([]);
  });
});
