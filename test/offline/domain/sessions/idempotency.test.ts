import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { idempotencyOf } from '../../../../shared/domain/sessions/idempotency.ts';

const request = {
  key: '7f9c24e8-3b12-4f8e-9c1a-2d5b6e7f8a90',
  token: 'spc_00000000000000000000000000_secret',
  operation: 'signInTotp',
  input: { code: '123456' },
};
const reply = { session: { token: 'sps_x' } };
const kept = idempotencyOf(request).seal(reply, randomBytes(12));

describe('a stored answer', () => {
  it('opens for the same request', () => {
    expect(idempotencyOf(structuredClone(request)).open(kept)).toEqual(reply);
  });

  it.each([
    ['another key', { key: '7f9c24e8-3b12-4f8e-9c1a-2d5b6e7f8a91' }],
    ['another token', { token: 'spc_00000000000000000000000000_other' }],
    ['another operation', { operation: 'signInRecoveryCode' }],
    ['another code', { input: { code: '123457' } }],
  ])('does not open for %s', (_, changed) => {
    expect(idempotencyOf({ ...request, ...changed }).open(kept)).toBeNull();
  });

  it('is found under an id that reveals neither key nor token', () => {
    const { id } = idempotencyOf(request);
    expect(id).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(idempotencyOf({ ...request, input: { code: '000000' } }).id).toBe(id);
    expect(idempotencyOf({ ...request, token: 'spc_other' }).id).not.toBe(id);
  });

  it('contains nothing readable', () => {
    expect(Buffer.from(kept).toString('latin1')).not.toContain('sps_');
  });
});
