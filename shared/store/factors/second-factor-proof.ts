import { randomUUID } from 'node:crypto';
import type { Numbers } from '../../domain/numbers.ts';

import type { SecondFactorProof } from '../../ports/factors/two-factors.ts';
import { putEvent } from '../accounts/records.ts';
import { recoveryCodesKey, twoFactorKey } from '../keys.ts';
import { type Expression, expression } from '../table/expression.ts';
import type { Step } from '../table/transact.ts';

/** What a success leaves of the failures: none in a row, and its own attempt given back to the day. */
const provenGuesses = (e: Expression, proof: SecondFactorProof): string => {
  const path = (attribute: string) => e.path('guesses', proof.guesser, attribute);
  return [
    `${path('count')} = ${e.value(0)}`,
    `${path('inARow')} = ${e.value(0)}`,
    `${path('codes')} = ${e.value(0)}`,
    `${path('notBefore')} = ${e.value(0)}`,
    ...(proof.kind === 'totp' ? [`${path('dayCount')} = ${path('dayCount')} - ${e.value(1)}`] : []),
    `${path('attempt')} = ${e.value(randomUUID())}`,
  ].join(', ');
};

/** Consumes a challenge and, with a TOTP step, the step: an accepted step or an older one never works again. */
const twoFactorStep = (userId: string, proof: SecondFactorProof, challengeHash: string | undefined): Step => {
  const e = expression();
  const conditions: string[] = ['attribute_exists(pk)'];
  const set = [provenGuesses(e, proof)];
  const removed: string[] = [];
  if (proof.kind === 'one_time_pass') {
    conditions.push(`${e.path('oneTimePass', 'hash')} = ${e.value(proof.hash)}`);
    conditions.push(`${e.path('oneTimePass', 'expiresAt')} > ${e.value(proof.now)}`);
    removed.push(e.path('oneTimePass'));
  }
  if (proof.kind === 'totp') {
    set.push(`${e.path('lastStep')} = ${e.value(proof.step)}`);
    conditions.push(`${e.path('lastStep')} < ${e.value(proof.step)}`);
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
  };
};

/** Takes the used code out of the set and puts its replacement in the same slot, in one write of one item. */
const recoveryCodeStep = (userId: string, proof: Extract<SecondFactorProof, { kind: 'recovery_code' }>): Step => {
  const e = expression();
  const used = e.path('codes', proof.usedHash);
  return {
    Update: {
      Key: recoveryCodesKey(userId),
      UpdateExpression: `REMOVE ${used} SET ${e.path('codes', proof.newHash)} = ${e.value(proof.replacement)} ADD ${e.path('used')} ${e.value(1)}`,
      ConditionExpression: `attribute_exists(${used})`,
      ...e.attributes(),
    },
  };
};

/** What a proven second factor consumes, whatever transaction it is part of. */
export const consume = (
  userId: string,
  proof: SecondFactorProof,
  numbers: Numbers,
  challengeHash?: string,
): Record<string, Step> => ({
  twoFactor: twoFactorStep(userId, proof, challengeHash),
  ...(proof.kind === 'recovery_code' && { recoveryCode: recoveryCodeStep(userId, proof) }),
  ...(proof.kind !== 'totp' && { event: putEvent(userId, proof.event, numbers) }),
});
