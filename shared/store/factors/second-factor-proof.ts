import { randomUUID } from 'node:crypto';
import type { SecuritySettings } from '../../domain/security-settings.ts';

import type { SecondFactorProof } from '../../ports/factors/two-factors.ts';
import { putEvent } from '../accounts/records.ts';
import { recoveryCodesKey, twoFactorKey } from '../keys.ts';
import type { Write } from '../table/commit.ts';
import { type Expression, expression } from '../table/expression.ts';

/** What was to be consumed no longer exists. */
type Gone = 'code_used' | 'challenge_gone';

/** What remains of the failures after a success: none in a row, and the day gets this attempt back. */
const provenGuesses = (e: Expression, proof: SecondFactorProof): string => {
  const path = (attribute: string) => e.path('guesses', proof.counterName, attribute);
  return [
    `${path('count')} = ${e.value(0)}`,
    `${path('inARow')} = ${e.value(0)}`,
    `${path('codes')} = ${e.value(0)}`,
    `${path('notBefore')} = ${e.value(0)}`,
    ...(proof.kind === 'totp' ? [`${path('dayCount')} = ${path('dayCount')} - ${e.value(1)}`] : []),
    `${path('attempt')} = ${e.value(randomUUID())}`,
  ].join(', ');
};

/** Consumes a challenge and, for TOTP, the time step: the accepted time step and older ones never work again. */
const consumeFactor = (userId: string, proof: SecondFactorProof, challengeHash: string | undefined): Write<Gone> => {
  const e = expression();
  const conditions: string[] = ['attribute_exists(pk)'];
  const set = [provenGuesses(e, proof)];
  const removed: string[] = [];
  if (proof.kind === 'bypass_code') {
    conditions.push(`${e.path('bypassCode', 'hash')} = ${e.value(proof.hash)}`);
    conditions.push(`${e.path('bypassCode', 'expiresAt')} > ${e.value(proof.now)}`);
    removed.push(e.path('bypassCode'));
  }
  if (proof.kind === 'totp') {
    set.push(`${e.path('lastTimeStep')} = ${e.value(proof.timeStep)}`);
    conditions.push(`${e.path('lastTimeStep')} < ${e.value(proof.timeStep)}`);
    conditions.push(`${e.path('generation')} = ${e.value(proof.generation)}`);
  }
  if (challengeHash !== undefined) {
    removed.push(e.path('challenges', challengeHash));
    conditions.push(`attribute_exists(${e.path('challenges', challengeHash)})`);
  }
  return {
    Update: {
      Key: twoFactorKey(userId),
      UpdateExpression: `SET ${set.join(', ')}${removed.length > 0 ? ` REMOVE ${removed.join(', ')}` : ''}`,
      ConditionExpression: conditions.join(' AND '),
      ...e.attributes(),
    },
    ifRefused: (found) => {
      const open = found?.challenges;
      const isOpen =
        challengeHash === undefined || (typeof open === 'object' && open !== null && challengeHash in open);
      return isOpen ? 'code_used' : 'challenge_gone';
    },
  };
};

/** Removes the used code from the set and puts its replacement in the same slot, in one write to one item. */
const replaceCode = (
  userId: string,
  proof: Extract<SecondFactorProof, { kind: 'recovery_code' }>,
): Write<'code_used'> => {
  const e = expression();
  const used = e.path('codes', proof.usedHash);
  return {
    Update: {
      Key: recoveryCodesKey(userId),
      UpdateExpression: `REMOVE ${used} SET ${e.path('codes', proof.newHash)} = ${e.value(proof.replacement)} ADD ${e.path('used')} ${e.value(1)}`,
      ConditionExpression: `attribute_exists(${used})`,
      ...e.attributes(),
    },
    ifRefused: 'code_used',
  };
};

/** What a proven second factor consumes, whatever transaction it is part of. */
export const consume = (
  userId: string,
  proof: SecondFactorProof,
  security: SecuritySettings,
  challengeHash?: string,
): Write<Gone>[] => [
  consumeFactor(userId, proof, challengeHash),
  ...(proof.kind === 'recovery_code' ? [replaceCode(userId, proof)] : []),
  ...(proof.kind === 'totp' ? [] : [putEvent(userId, proof.event, security)]),
];

/**
 * Requires that there is no second factor: "2FA is off" means that the item is absent, whatever the copy on the user
 * says.
 */
export const noTwoFactor = (userId: string): Write<'changed'> => ({
  ConditionCheck: { Key: twoFactorKey(userId), ConditionExpression: 'attribute_not_exists(pk)' },
  ifRefused: 'changed',
});
