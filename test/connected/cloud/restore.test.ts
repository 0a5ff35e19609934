import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Healing } from '../../../shared/use-cases/operator/heal-restored.ts';
import { mailTo, runSchedules } from '../../kit/mails.ts';
import {
  anySource,
  call,
  challengeOf,
  codeOf,
  enroll,
  freshAdmin,
  get,
  needs,
  newOrganization,
  newUser,
  PASSWORD,
  post,
  runAdmin,
  sessionOf,
  signIn,
} from '../../kit/product.ts';
import { everythingIn, goOverTo, restoredTo } from '../../kit/restore.ts';
import { ageErasure } from '../../kit/table.ts';

/*
 * A restore, played whole: the table as it was at a moment, healed by the command of the runbook, and taken into use.
 * What was used, withdrawn or erased after that moment must not be valid again.
 */

const { controlUrl } = inject('accounts');
const NEW_PASSWORD = 'another horse battery staple';
type Person = { email: string; id: string; token: string; secret: string; recoveryCodes: string[] };

const idOf = async (token: string): Promise<string> => ((await get('/v1/me', token)).json as { id: string }).id;
const codeIn = ({ json }: { json: unknown }) => (json as { code?: string } | undefined)?.code;

const withFactor = async (organizationId: string, name: string): Promise<Person> => {
  const email = await newUser(organizationId, name);
  const { secret, token, recoveryCodes } = await enroll(await sessionOf(email));
  return { email, id: await idOf(token), token, secret, recoveryCodes };
};
const withPassword = async (organizationId: string, name: string) => {
  const email = await newUser(organizationId, name);
  const token = await sessionOf(email);
  return { email, token, id: await idOf(token) };
};

/** As it is some seconds from now. */
const later = async (seconds: number, path: string, body: unknown) => {
  const client = anySource();
  await fetch(`${controlUrl}/clock`, { method: 'POST', body: JSON.stringify({ advanceSeconds: seconds, client }) });
  return call('POST', path, { body, headers: { 'x-local-source-ip': client } });
};

const usesCode = async ({ email }: Person, recoveryCode = '') =>
  post('/v1/sign-in/recovery-code', { challengeToken: await challengeOf(email), recoveryCode });

type Played = Awaited<ReturnType<typeof play>>;

const play = async () => {
  const { organizationId, admin } = await newOrganization();
  const boss = await freshAdmin(admin);
  const [ann, bob] = [await withFactor(organizationId, 'ann'), await withFactor(organizationId, 'bob')];
  const names = ['cid', 'dan', 'eve', 'gus'];
  const others = await Promise.all(names.map((name) => withPassword(organizationId, name)));
  const [cid, dan, eve, gus] = others as [
    (typeof others)[0],
    (typeof others)[0],
    (typeof others)[0],
    (typeof others)[0],
  ];
  await call('PATCH', `/v1/users/${gus.id}`, { body: { permissions: ['users:manage'] }, token: boss });
  const atThatMoment = await everythingIn();

  const code = codeOf(ann.secret);
  const used = await post('/v1/sign-in/totp', { challengeToken: await challengeOf(ann.email), code });
  const redeemed = await usesCode(ann, ann.recoveryCodes[0]);
  expect([used.status, redeemed.status]).toEqual([200, 200]);
  expect((await call('DELETE', `/v1/users/${cid.id}`, { token: boss })).status).toBe(204);
  await ageErasure(cid.id, 3);
  await runSchedules();
  await call('PATCH', `/v1/users/${dan.id}`, { body: { status: 'suspended' }, token: boss });
  const body = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
  expect((await call('PUT', '/v1/me/password', { body, token: eve.token })).status).toBe(200);
  await call('PATCH', `/v1/users/${gus.id}`, { body: { permissions: [] }, token: boss });
  const fay = await withPassword(organizationId, 'fay');

  const restored = await restoredTo(atThatMoment);
  // Of the time of healing, or just before it.
  const validThen = [codeOf(bob.secret), codeOf(bob.secret, 1)];
  const heal = await runAdmin(
    '--table',
    restored,
    'heal-restored',
    '--unchecked',
    '--newer',
    inject('aws').TABLE_NAME ?? '',
  );
  if (heal.code !== 0) throw new Error(heal.stderr);
  const healing = JSON.parse(heal.stdout) as Healing;
  const everyone = [admin, ann.id, bob.id, ann.email, bob.email, ...[cid, dan, eve, gus, fay].flatMap(Object.values)];
  await goOverTo(restored, organizationId, ...everyone);
  return { healing, restored, boss, usedCode: code, validThen, ann, bob, cid, dan, eve, gus, fay };
};

describe('a restored table', { timeout: 240_000 }, () => {
  let played: Played;
  beforeAll(async () => {
    played = await play();
  }, 240_000);

  it('has no session from before', async () => {
    const { ann, bob, gus, boss } = played;
    for (const token of [ann.token, bob.token, gus.token, boss]) expect((await get('/v1/me', token)).status).toBe(401);
  });

  it('accepts no code that was valid at the restore, and the next one soon after', async () => {
    const { ann, bob, usedCode, validThen } = played;
    for (const [person, code] of [[ann, usedCode] as const, ...validThen.map((each) => [bob, each] as const)]) {
      const answer = await post('/v1/sign-in/totp', { challengeToken: await challengeOf(person.email), code });
      expect(codeIn(answer), person.email).toBe('code_invalid');
    }
    const next = { challengeToken: await challengeOf(ann.email), code: codeOf(ann.secret, 6) };
    expect((await later(180, '/v1/sign-in/totp', next)).status).toBe(200);
  });

  it('accepts no recovery code of a set that may have been used, and all of one that was not', async () => {
    const { ann, bob, healing } = played;
    expect(codeIn(await usesCode(ann, ann.recoveryCodes[0]))).toBe('code_invalid');
    expect(codeIn(await usesCode(ann, ann.recoveryCodes[1]))).toBe('code_invalid');
    const answer = await usesCode(bob, bob.recoveryCodes[1]);
    expect(answer.status).toBe(200);
    expect(healing.recoveryCodesWithdrawn).toContain(ann.id);
    expect(healing.recoveryCodesWithdrawn).not.toContain(bob.id);
    expect((await mailTo(ann.email, 'Create new recovery codes')).text).toContain('restored from a backup');
  });

  it('lets someone without valid codes create new ones', async () => {
    const { ann } = played;
    const next = { challengeToken: await challengeOf(ann.email), code: codeOf(ann.secret, 8) };
    const { session } = (await later(240, '/v1/sign-in/totp', next)).json as { session: { token: string } };
    const shown = await post('/v1/me/two-factor/recovery-codes/show', undefined, session.token);
    expect(shown.json).toMatchObject({ recoveryCodes: [] });
    const made = await post('/v1/me/two-factor/recovery-codes', undefined, session.token);
    expect((made.json as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(8);
  });

  it('has nobody who was deleted since, and keeps suspensions and withdrawn permissions', async () => {
    const { cid, dan, gus, healing } = played;
    expect(healing.erased).toContain(cid.id);
    expect((await signIn(cid.email)).status).toBe(401);
    const left = (await everythingIn(played.restored)).filter((item) => JSON.stringify(item).includes(cid.email));
    expect(left).toEqual([]);
    expect(healing.suspended).toContain(dan.id);
    expect((await signIn(dan.email)).status).toBe(401);
    expect(healing.permissionsWithdrawn).toContain(gus.id);
    expect((await get('/v1/users', await sessionOf(gus.email))).status).toBe(403);
  });

  it('closes a password that was replaced since, until its owner sets another by mail', async () => {
    const { eve, healing } = played;
    expect(healing.passwordsClosed).toContain(eve.id);
    for (const password of [PASSWORD, NEW_PASSWORD]) expect((await signIn(eve.email, password)).status).toBe(401);
    expect((await post('/v1/password/forgot', { email: eve.email })).status).toBe(202);
    const mail = await mailTo(eve.email, 'Reset your password at Acme Telecom');
    const token = /#(\S+)/.exec(mail.text)?.[1];
    const set = await post('/v1/password/set', { token, newPassword: NEW_PASSWORD });
    expect(set.status).toBe(200);
    expect((await signIn(eve.email, NEW_PASSWORD)).status).toBe(200);
  });

  it('lacks whoever came since, and the report says so', async () => {
    expect(played.healing.missing).toContain(played.fay.id);
    expect((await signIn(played.fay.email)).status).toBe(401);
  });

  it('is refused if the two tables are the wrong way round, and changes nothing then', async () => {
    const { restored, bob } = played;
    const before = await needs.users.get(bob.id);
    const newer = await runAdmin(
      '--table',
      inject('aws').TABLE_NAME ?? '',
      'heal-restored',
      '--unchecked',
      '--newer',
      restored,
    );
    expect(newer.stderr).toContain('the wrong way round');
    expect(await needs.users.get(bob.id)).toEqual(before);
    const both = await runAdmin('--table', restored, 'heal-restored', '--unchecked', '--newer', restored);
    expect(both.stderr).toContain('--newer the one that it replaces');
    expect((await runAdmin('--table', restored, 'heal-restored')).stderr).toContain('--without-newer');
    // What no restore has made is probably the table in use.
    const unchecked = await runAdmin('--table', restored, 'heal-restored', '--without-newer');
    expect(unchecked.stderr).toContain('was not made by a restore');
  });

  it('is healed again without harm, and without the newer table, too', async () => {
    const { restored, bob } = played;
    const again = await runAdmin('--table', restored, 'heal-restored', '--unchecked', '--without-newer');
    const healing = JSON.parse(again.stdout) as Healing;
    expect(healing.recoveryCodesWithdrawn).toContain(bob.id);
    expect([healing.removedItems, healing.erased]).toEqual([0, []]);
    expect([healing.suspended, healing.failed]).toEqual([[], {}]);
  });
});

it('removes what is left of people who are named as erased', { timeout: 120_000 }, async () => {
  const { organizationId } = await newOrganization();
  const { id, email } = await withPassword(organizationId, 'hal');
  const restored = await restoredTo(await everythingIn());
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'erased-')), 'ids');
  writeFileSync(file, `${id}\n`);
  const heal = await runAdmin('--table', restored, 'heal-restored', '--unchecked', '--without-newer', '--erased', file);
  expect((JSON.parse(heal.stdout) as Healing).erased).toEqual([id]);
  const left = (await everythingIn(restored)).filter((item) => JSON.stringify(item).includes(email));
  expect(left).toEqual([]);
});
