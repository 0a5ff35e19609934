import type { Numbers } from '../domain/numbers.ts';
import type { SecondFactorProof } from '../store-ports.ts';
import { recoveryCodesKey, twoFactorKey } from './keys.ts';
import { putEvent } from './records.ts';
import { expression } from './table/expression.ts';
import type { Step } from './table/transact.ts';

/** Consumes a challenge and, with a TOTP step, the step: an accepted step or an older one never works again. */
const twoFactorStep = (userId: string, proof: SecondFactorProof, challengeHash: string | undefined): Step => {
  const e = expression();
  const conditions: string[] = ['attribute_exists(pk)'];
  const changes: string[] = [];
  if (proof.kind === 'totp') {
    changes.push(`SET ${e.path('lastStep')} = ${e.value(proof.step)}`);
    conditions.push(`${e.path('lastStep')} < ${e.value(proof.step)}`);
    conditions.push(`${e.path('generation')} = ${e.value(proof.generation)}`);
  }
  if (challengeHash !== undefined) {
    changes.push(`REMOVE ${e.path('challenges', challengeHash)}`);
    conditions.push(`attribute_exists(${e.path('challenges', challengeHash)})`);
  }
  const condition = { Key: twoFactorKey(userId), ConditionExpression: conditions.join(' AND ') };
  if (changes.length === 0) return { ConditionCheck: { ...condition, ...e.attributes() } };
  return { Update: { ...condition, UpdateExpression: changes.join(' '), ...e.attributes() } };
};

/** Takes the used code out of the set and puts its replacement in the same slot, in one write of one item. */
const recoveryCodeStep = (userId: string, proof: Extract<SecondFactorProof, { kind: 'recovery_code' }>): Step => {
  const e = expression();
  const used = e.path('codes', proof.usedHash);
  return {
    Update: {
      Key: recoveryCodesKey(userId),
      UpdateExpression: `REMOVE ${used} SET ${e.path('codes', proof.newHash)} = ${e.value(proof.replacement)}`,
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
  ...(proof.kind === 'recovery_code' && {
    recoveryCode: recoveryCodeStep(userId, proof),
    event: putEvent(userId, proof.event, numbers),
  }),
});
