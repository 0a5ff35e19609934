import { openedSet } from '../../domain/codes/recovery-codes.ts';
import { Failure } from '../../domain/errors.ts';
import { iso } from '../../domain/instant.ts';
import type { CallerContext } from '../../domain/request.ts';
import type { RecoveryCodeSets } from '../../ports/factors/recovery-code-sets.ts';
import type { SecurityEvents } from '../../ports/history/security-events.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Limits } from '../../ports/limits/limits.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { spendBudget } from '../common/guess-limits.ts';
import { newEvent } from '../common/new-event.ts';

type Needs = {
  recoveryCodeSets: Pick<RecoveryCodeSets, 'get'>;
  recoverySecrets: Pick<SecretBox, 'open'>;
  limits: Pick<Limits, 'spendBudget'>;
  securityEvents: Pick<SecurityEvents, 'put'>;
  ids: Ids;
};

/**
 * The codes that work now, in their slots, after recording that they are shown. This is the only operation that can
 * open them.
 */
export const showRecoveryCodes = async (needs: Needs, context: CallerContext) => {
  const { user } = context.caller;
  const [set] = await Promise.all([
    needs.recoveryCodeSets.get(user.id),
    spendBudget(needs, context, 'notices', user.id),
  ]);
  if (!set) throw new Failure('two_factor_not_enabled');
  await needs.securityEvents.put(user.id, newEvent(needs, context, 'recovery_codes_shown', user.id));
  const open = (sealed: Uint8Array) => needs.recoverySecrets.open(user.id, sealed);
  const inPlace = Object.values(set.codes).sort((a, b) => a.slot - b.slot);
  const replacements = inPlace.map(async ({ sealedCode }) => sealedCode && openedSet(await open(sealedCode))[0]);
  const [asGenerated, ...replaced] = await Promise.all([open(set.sealedSet).then(openedSet), ...replacements]);
  return {
    recoveryCodes: inPlace.map(({ slot }, index) => replaced[index] ?? asGenerated[slot] ?? ''),
    generatedAt: iso(set.generatedAt),
    used: set.used ?? 0,
  };
};
