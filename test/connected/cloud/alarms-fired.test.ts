import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generateSync } from 'otplib/functional';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../admin/commands.ts';
import type { Fault } from '../../../local/aws/faults.ts';
import type { AlarmState } from '../../../local/monitoring/alarms.ts';
import { ownCloud } from '../../kit/own-cloud.ts';

/*
 * Each alarm of the templates goes off by the trouble that it is for, and not before. In a cloud of its own: these
 * troubles are everyone's.
 */

const { cloud, needs, dataDirectory } = await ownCloud('alarms');
const { organizationId: organization } = await commands.createOrganization(needs, { name: 'Acme Telecom' });
const PASSWORD = 'correct horse battery staple';
const ALWAYS = 1_000_000;

const control = async <T>(route: string, body?: object, method = body ? 'POST' : 'GET'): Promise<T> => {
  const sent = body ? { method, body: JSON.stringify(body) } : { method };
  return (await (await fetch(cloud.controlUrl + route, sent)).json()) as T;
};
const breakIt = (fault: Partial<Fault>) => control('/faults', fault);
const mend = () => control('/faults', undefined, 'DELETE');
const stateOf = async (alarm: string): Promise<string | undefined> =>
  (await control<{ alarms: AlarmState[] }>('/alarms')).alarms.find((each) => each.alarm === alarm)?.state;

let sources = 0;
const anySource = (): string => {
  sources += 1;
  return `10.77.${Math.floor(sources / 250)}.${sources % 250}`;
};
type Sent = { token?: string; body?: object; source?: string; at?: string; headers?: object };
const ask = async (method: string, route: string, { token, body, source, at = cloud.url, headers }: Sent = {}) => {
  const answer = await fetch(at + route, {
    method,
    headers: {
      ...{ 'x-local-source-ip': source ?? anySource(), ...headers },
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json().catch(() => ({}))) as never };
};
const times = async (count: number, act: (index: number) => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < count; index += 1) await act(index);
};

let people = 0;
/** Someone with a password, and a session of theirs. */
const person = async () => {
  people += 1;
  const email = `person-${people}@${organization}.example`;
  const { invitation } = await commands.createUser(needs, { organization, email, name: 'Test Person' });
  const set = { token: new URL(invitation).hash.slice(1), newPassword: PASSWORD };
  await ask('POST', '/v1/password/set', { body: set });
  const signedIn = await ask('POST', '/v1/sign-in', { body: { email, password: PASSWORD } });
  return { email, token: (signedIn.json as { session: { token: string } }).session.token };
};
const enrolled = async () => {
  const { email, token } = await person();
  const setup = (await ask('POST', '/v1/me/two-factor/setup', { token })).json as { setupId: string; secret: string };
  const { offsetSeconds } = await control<{ offsetSeconds: number }>('/clock', { advanceSeconds: 0 });
  const epoch = Math.floor(Date.now() / 1_000 + offsetSeconds);
  const code = generateSync({ secret: setup.secret, epoch, period: 30, digits: 6, algorithm: 'sha1' });
  await ask('POST', '/v1/me/two-factor/setup/confirm', { token, body: { setupId: setup.setupId, code } });
  return { email };
};
const challengeOf = async (email: string): Promise<string> => {
  const { json } = await ask('POST', '/v1/sign-in', { body: { email, password: PASSWORD } });
  return (json as { challenge: { token: string } }).challenge.token;
};
const invite = (address: string) => commands.createUser(needs, { organization, email: address, name: 'Test Person' });
const runSchedules = () => control('/schedules', {});

/** What causes each. Those about delays come first: they compare the clock with the database’s, which nobody moves. */
const troubles: Record<string, () => Promise<unknown>> = {
  deliverEventsLateAlarm: async () => {
    await control('/clock', { advanceSeconds: 360 });
    await invite(`late@${organization}.example`);
  },
  deliverResetRequestsLateAlarm: async () => {
    await ask('POST', '/v1/password/forgot', { body: { email: `late@${organization}.example` } });
  },
  ThrottledAlarm: async () => {
    await breakIt({ service: 'lambda', action: 'Invoke', kind: 'throttle' });
    expect((await ask('GET', '/v1/health')).status).toBe(503);
  },
  InternalErrorsAlarm: async () => {
    const { token } = await person();
    await breakIt({ service: 'dynamodb', action: 'BatchGetItem', kind: 'malformed', times: ALWAYS });
    expect((await ask('GET', '/v1/me', { token })).status).toBe(500);
  },
  TableReadsAlarm: async () => {
    const { token } = await person();
    await breakIt({ service: 'dynamodb', action: 'BatchGetItem', kind: 'throttle' });
    expect((await ask('GET', '/v1/me', { token })).status).toBe(200);
  },
  TableWritesAlarm: async () => {
    const { email } = await person();
    await breakIt({ service: 'dynamodb', action: 'TransactWriteItems', kind: 'throttle' });
    await ask('POST', '/v1/sign-in', { body: { email, password: PASSWORD } });
  },
  KmsAlarm: async () => {
    const { email } = await enrolled();
    const challengeToken = await challengeOf(email);
    await breakIt({ service: 'kms', action: 'Decrypt', kind: 'disabled', times: ALWAYS });
    const answer = await ask('POST', '/v1/sign-in/totp', { body: { challengeToken, code: '123456' } });
    expect(answer.status).toBe(503);
  },
  ServerErrorsAlarm: async () => {
    const { token } = await person();
    await breakIt({ service: 'dynamodb', action: 'BatchGetItem', kind: 'status500', times: ALWAYS });
    await times(5, () => ask('GET', '/v1/me', { token }));
  },
  UnavailableAlarm: async () => {
    const { token } = await person();
    await breakIt({ service: 'dynamodb', action: 'BatchGetItem', kind: 'status500', times: ALWAYS });
    await times(10, () => ask('GET', '/v1/me', { token }));
  },
  SlowAlarm: async () => {
    const { token } = await person();
    await breakIt({ service: 'dynamodb', action: 'BatchGetItem', kind: 'delay', delayMs: 1_700, times: ALWAYS });
    await breakIt({ service: 'dynamodb', action: 'Query', kind: 'delay', delayMs: 1_700, times: ALWAYS });
    // One slow request in each of three periods: those before are from clients whose clocks are behind.
    for (const behind of [0, -330, -630]) {
      const source = anySource();
      await control('/clock', { advanceSeconds: behind, client: source });
      await ask('GET', '/v1/me/sign-ins', { token, source });
    }
  },
  ForgedEdgeAlarm: () =>
    times(10, () => ask('GET', '/v1/health', { at: cloud.apiUrl, headers: { 'x-origin-secret': 'guessed' } })),
  PasswordsAlarm: () =>
    times(120, (index) =>
      ask('POST', '/v1/sign-in', { body: { email: `nobody-${index}@acme.example`, password: 'not the password' } }),
    ),
  SecondFactorsAlarm: async () => {
    const { email } = await enrolled();
    await times(11, async () => {
      const challengeToken = await challengeOf(email);
      const recoveryCode = 'ABCDEF-ABCDEF-ABCDEF-ABCDEF';
      await times(5, () => ask('POST', '/v1/sign-in/recovery-code', { body: { challengeToken, recoveryCode } }));
    });
  },
  OneSourceAlarm: async () => {
    const source = anySource();
    await times(160, (index) =>
      ask('POST', '/v1/sign-in', {
        source,
        body: { email: `some-${index}@acme.example`, password: 'not the password' },
      }),
    );
  },
  MailRefusedAlarm: async () => {
    await breakIt({ function: 'deliverEvents', service: 'ses', action: 'SendEmail', kind: 'mailRejected' });
    await invite(`refused@${organization}.example`);
  },
  MailReturnedAlarm: () => times(10, (index) => invite(`bounce+${index}@simulator.amazonses.com`)),
  ErasureAlarm: async () => {
    await breakIt({ function: 'eraseUsers', service: 'dynamodb', action: 'Query', kind: 'status500', times: ALWAYS });
    await times(3, runSchedules);
  },
  WatchFailedAlarm: async () => {
    await breakIt({
      function: 'watchChallenges',
      service: 'dynamodb',
      action: 'GetItem',
      kind: 'status500',
      times: ALWAYS,
    });
    await times(3, runSchedules);
  },
  UndeliveredAlarm: async () => {
    await breakIt({
      function: 'deliverEvents',
      service: 'events',
      action: 'PutEvents',
      kind: 'status500',
      times: ALWAYS,
    });
    await invite(`undelivered@${organization}.example`);
  },
};

describe('every alarm goes off by the trouble that it is for', () => {
  it('and there is a trouble here for each', async () => {
    const { alarms } = await control<{ alarms: AlarmState[] }>('/alarms');
    expect(Object.keys(troubles).sort()).toEqual(alarms.map(({ alarm }) => alarm).sort());
    const log = readFileSync(path.join(dataDirectory, 'logs', 'functions.log'), 'utf8');
    expect(log).not.toContain('"level":"ERROR"');
  });

  it.each(Object.entries(troubles))('%s', { timeout: 180_000 }, async (alarm, cause) => {
    // What set off the ones before lies in the past by now, as far as their figures are the same.
    if (!alarm.includes('Late')) await control('/clock', { advanceSeconds: 3_700 });
    expect(await stateOf(alarm), 'before').toBe('OK');
    await cause();
    for (let tries = 0; tries < 600 && (await stateOf(alarm)) !== 'ALARM'; tries += 1) await setTimeout(200);
    expect(await stateOf(alarm), 'after').toBe('ALARM');
    await mend();
  });
});
