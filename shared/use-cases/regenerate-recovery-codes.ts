import { Failure } from '../domain/errors.ts';
import { iso } from '../domain/instant.ts';
import type { CallerContext } from '../domain/request.ts';
import type { Ids, Random, SecretBox } from '../ports.ts';
import type { RecoveryCodeSets } from '../store-ports.ts';
import { makeRecoveryCodes } from './steps/new-recovery-codes.ts';
import { onceOnly } from './steps/until-unchanged.ts';

type Needs = {
  recoveryCodeSets: Pick<RecoveryCodeSets, 'regenerate'>;
  recoverySecrets: Pick<SecretBox, 'seal'>;
  random: Random;
  ids: Ids;
};

/** 8 new codes; every earlier one is dead at once. */
export const regenerateRecoveryCodes = async (needs: Needs, { now, client, caller }: CallerContext) => {
  const { user, session } = caller;
  if (user.twoFactorEnabledAt === undefined) throw new Failure('two_factor_not_enabled');
  const { shown, stored } = await makeRecoveryCodes(needs, user.id, now);
  const event = {
    id: needs.ids.next(now),
    type: 'recovery_codes_regenerated' as const,
    actorId: user.id,
    at: now,
    ip: client.ip,
  };
  const change = { user, session, recoveryCodes: stored, event };
  const outcome = onceOnly(await needs.recoveryCodeSets.regenerate(change));
  if (outcome === 'not_enabled') throw new Failure('two_factor_not_enabled');
  return { recoveryCodes: shown, generatedAt: iso(now) };
};
