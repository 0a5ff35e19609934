import { afterAll, describe, expect, inject, it } from 'vitest';
import { faultKinds } from '../../../local/aws/faults.ts';
import { anySource, call, callsOf, newOrganization, PASSWORD } from '../../kit/product.ts';

const { controlUrl } = inject('accounts');
const client = anySource();
const setFault = (fault: unknown) => fetch(`${controlUrl}/faults`, { method: 'POST', body: JSON.stringify(fault) });
const mend = (of: string) => fetch(`${controlUrl}/faults?client=${of}`, { method: 'DELETE' });
afterAll(() => mend(client));

const read = { service: 'dynamodb', action: 'GetItem', kind: 'status500', client };

describe('a fault', () => {
  it.each([
    [{ ...read, service: 's3' }, 'service'],
    [{ ...read, action: '' }, 'action'],
    [{ ...read, kind: 'melt' }, 'kind'],
    [{ ...read, nth: 0 }, 'nth'],
    [{ ...read, times: 1.5 }, 'nth and times'],
    [{ ...read, delayMs: -1 }, 'delayMs'],
    [{ ...read, function: 1 }, 'function'],
    [{ ...read, cleint: client }, 'unknown: cleint'],
    [null, 'service'],
  ])('that does not exist is refused in words: %j', async (fault, word) => {
    const answer = await setFault(fault);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { message: string }).message).toContain(word);
  });

  it('affects the nth call of its client, as often as requested, and no one else', async () => {
    const { user } = await newOrganization();
    const body = { email: user, password: PASSWORD };
    const signIn = (from: string) => call('POST', '/v1/sign-in', { body, headers: { 'x-local-source-ip': from } });
    expect((await setFault({ ...read, nth: 1, times: 2 })).status).toBe(201);
    const other = await signIn(anySource());
    expect(await callsOf(other)).not.toContainEqual(expect.objectContaining({ outcome: 'fault:status500' }));
    const hit = (await callsOf(await signIn(client))).filter(({ action }) => action === 'GetItem');
    expect(hit.map(({ outcome }) => outcome)).toEqual(['fault:status500', 'fault:status500', 'ok']);
    await setFault({ ...read, times: 100 });
    expect((await signIn(client)).status).toBe(503);
    await mend(client);
    expect((await signIn(client)).status).toBe(200);
  });

  it('has sixteen kinds', () => {
    expect(new Set(faultKinds).size).toBe(16);
  });
});
