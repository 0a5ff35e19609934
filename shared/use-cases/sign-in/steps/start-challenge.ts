import type { TwoFactor } from '../../../domain/entities/two-factor.ts';
import type { User } from '../../../domain/entities/user.ts';
import { iso } from '../../../domain/instant.ts';
import type { Context } from '../../../domain/request.ts';
import type { SecuritySettings } from '../../../domain/security-settings.ts';
import { challengeMethods, newChallenge } from '../../../domain/sessions/challenge.ts';
import { isKnownForFactor, type KnownDevice } from '../../../domain/sessions/device.ts';
import { challengeId, issueToken } from '../../../domain/sessions/tokens.ts';
import type { TwoFactors } from '../../../ports/factors/two-factors.ts';
import type { Watches } from '../../../ports/history/watches.ts';
import type { Random } from '../../../ports/random.ts';

export type StartChallengeNeeds = {
  twoFactors: Pick<TwoFactors, 'startChallenge'>;
  watches: Pick<Watches, 'add'>;
  random: Random;
  security: SecuritySettings;
};

/** Where a right password leads if 2FA is on: the challenge grants nothing by itself. */
export const startChallenge = async (
  needs: StartChallengeNeeds,
  { now, client, note }: Context,
  user: User,
  twoFactor: TwoFactor,
  device: KnownDevice | undefined,
) => {
  const isKnownDevice = device !== undefined && isKnownForFactor(device, twoFactor);
  const { token, hash } = issueToken(isKnownDevice ? 'knownChallenge' : 'challenge', user.id, needs.random);
  const started = newChallenge(user, { isKnownDevice, ip: client.ip }, now, needs.security);
  const { expiresAt } = started;
  const [outcome] = await Promise.all([
    needs.twoFactors.startChallenge(user.id, twoFactor, { hash, challenge: started, now }),
    // Written before anyone has the challenge: if no one answers it, the owner has to be notified.
    isKnownDevice ? undefined : needs.watches.add({ userId: user.id, expiresAt, ...client }),
  ]);
  if (outcome === 'changed') return outcome;
  note({ result: 'challenge', method: 'password' });
  return {
    status: 'two_factor_required' as const,
    challenge: {
      ...{ id: challengeId(hash), token, expiresAt: iso(expiresAt), methods: [...challengeMethods] },
      // Whoever got this far knows the password: the page may show whose account it is.
      organizationId: user.organizationId,
    },
  };
};
