import { beforeEach, describe, expect, it } from 'vitest';
import {
  signIn as signInOperation,
  signInTotp as totpOperation,
} from '../../../../shared/contract/operations/sign-in.ts';
import type { HttpEvent } from '../../../../shared/entry/http/event.ts';
import { readIdempotency } from '../../../../shared/entry/http/request/idempotency-key.ts';

const KEY = '7f9c24e8-3b12-4f8e-9c1a-2d5b6e7f8a90';
const input = { challengeToken: 'spc_x', code: '123456' };
let event: HttpEvent;
beforeEach(() => {
  event = {
    headers: { 'idempotency-key': KEY },
    isBase64Encoded: false,
    requestContext: { requestId: 'r', http: { method: 'POST', path: '/', sourceIp: '192.0.2.1' } },
  };
});
const noCredentials = { session: undefined, challenge: undefined, device: undefined, isCookieSession: false };
const read = (given: object = input, operation = totpOperation as typeof totpOperation | typeof signInOperation) =>
  readIdempotency(operation, event, given, noCredentials);

describe('an Idempotency-Key', () => {
  it('counts for the operations that have it, and for clients that present a token', () => {
    expect(read()?.id).toMatch(/^[\w-]{43}$/);
    expect(read({ code: '123456' })).toBeUndefined();
    expect(read(input, signInOperation)).toBeUndefined();
    event.headers = {};
    expect(read()).toBeUndefined();
  });

  it('is the same with and without the quotes of the draft', () => {
    const plain = read()?.id;
    event.headers = { 'idempotency-key': `"${KEY}"` };
    expect(read()?.id).toBe(plain);
  });

  it.each(['', 'short', 'x'.repeat(65), 'with spaces in it'])('like %j is refused', (key) => {
    event.headers = { 'idempotency-key': key };
    expect(() => read()).toThrow('request_invalid');
  });
});
