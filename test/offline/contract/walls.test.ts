import { describe, expect, it } from 'vitest';
import type { Grants } from '../../../infra/access/grant.ts';
import { grants } from '../../../infra/access/grants.ts';
import { needsFresh } from '../../../shared/contract/operation.ts';
import { type OperationId, operationList, operations } from '../../../shared/contract/operations.ts';

/*
 * What an operation can write makes it dangerous, not its name: whatever can raise a right, set or replace a
 * credential, remove a factor or end a protection needs a fresh identity, or a reason here why it does not.
 */

type Table = NonNullable<Grants['table']>;
const writes = ['PutItem', 'UpdateItem', 'DeleteItem'];
const guarded: (keyof Table)[] = [
  'ADMINS#*',
  'CODES#*',
  'EMAIL#*',
  'FACTOR#*',
  'ORG#*',
  'SESSION#*',
  'SETUP#*',
  'TOKEN#*',
  'USER#*',
];
/** Which of these an operation can write; recording when a session was last seen does not count. */
const dangerous = (id: string): string[] => {
  const table = grants[id as OperationId].table ?? {};
  return guarded.filter((partition) => table[partition]?.some((action) => writes.includes(action)));
};

/** Why these have no wall of their own: their input is the proof, or what they write is harmless. */
const withoutWall: Partial<Record<OperationId, string>> = {
  signIn: 'the password is the proof; it makes a session for whoever has it, and renews the hash of that very password',
  signInTotp: 'challenge and code are the proof',
  signInRecoveryCode: 'challenge and code are the proof',
  signInBypassCode: 'challenge and pass are the proof',
  setPassword: 'the link is the proof',
  reportNotMe: 'the link is the proof',
  signOut: 'it ends the session that asks',
  updateAccount: 'a name, a language and a time zone decide nothing about access',
  confirmEmailChange: 'the link is the proof',
  endSession: 'fresh for every session but the one that asks: offline/use-cases/account/end-session.test.ts',
  confirmIdentity: 'it is where the proof is given',
  remindUsers: 'of the user it writes when they were reminded; the mail says nothing new',
};
/** The fields that make these operations dangerous. */
const byField: Partial<Record<OperationId, string[]>> = {
  createUser: ['permissions'],
  updateUser: ['permissions', 'status'],
};

describe('walls', () => {
  it.each(operationList.filter(({ id }) => dangerous(id).length > 0))('$id has one, or a reason', ({ id, ...op }) => {
    const hasWall = needsFresh(op.auth) || byField[id as OperationId] !== undefined;
    expect(hasWall || withoutWall[id as OperationId] !== undefined).toBe(true);
    expect(hasWall && withoutWall[id as OperationId] !== undefined).toBe(false);
  });

  it.each(Object.entries(byField))('%s is fresh for its dangerous fields', (id, fields) => {
    expect(operations[id as 'updateUser'].freshFor).toEqual(fields);
  });

  it('have no explanation for an operation that is gone or needs none', () => {
    for (const id of Object.keys(withoutWall)) expect(dangerous(id)).not.toEqual([]);
  });

  it('exist wherever an administrator touches someone else’s factor, credential or rights', () => {
    const walled = ['resetTwoFactor', 'issueBypassCode', 'inviteAgain', 'liftWaits', 'setTwoFactorPolicy'] as const;
    for (const id of walled) expect(operations[id].auth).toEqual({ permission: 'users:manage', fresh: true });
  });

  it('nothing with an effect is a GET', () => {
    const reading = operationList.filter(({ method }) => method === 'GET').map(({ id }) => id as OperationId);
    const effects = (id: OperationId) =>
      Object.values(grants[id].table ?? {})
        .flat()
        .filter((action) => writes.includes(action));
    for (const id of reading) expect([id, effects(id)]).toEqual([id, []]);
  });
});
