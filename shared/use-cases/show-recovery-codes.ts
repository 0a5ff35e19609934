import { Failure } from '../domain/errors.ts';
import { iso } from '../domain/instant.ts';
import type { CallerContext } from '../domain/request.ts';
import type { RecoveryCodeSets } from '../factor-ports.ts';
import type { SecretBox } from '../ports.ts';

type Needs = { recoveryCodeSets: Pick<RecoveryCodeSets, 'get'>; recoverySecrets: Pick<SecretBox, 'open'> };

/** The codes that work now, in their places. The only operation that can open them. */
export const showRecoveryCodes = async (needs: Needs, { caller: { user } }: CallerContext) => {
  const set = await needs.recoveryCodeSets.get(user.id);
  if (!set) throw new Failure('two_factor_not_enabled');
  const inPlace = Object.values(set.codes).sort((a, b) => a.slot - b.slot);
  const opened = await Promise.all(inPlace.map((code) => needs.recoverySecrets.open(user.id, code.sealedCode)));
  return {
    recoveryCodes: opened.map((code) => Buffer.from(code).toString('utf8')),
    generatedAt: iso(set.generatedAt),
  };
};
