import { NodeCryptoPlugin } from '@otplib/plugin-crypto-node';
import { verifySync } from '@otplib/totp';
import { generateTOTP } from '@otplib/uri';
import { base32 } from '@scure/base';
import { type Instant, SECOND } from '../instant.ts';
import { TOTP } from '../security-settings.ts';

export { labels } from './totp-labels.ts';

/** HMAC from the runtime's OpenSSL: the library's default brings its own hash functions, 13 KB in each bundle. */
const crypto = new NodeCryptoPlugin();

/** The secret as authenticator apps expect it: RFC 4648 base32 without padding. */
export const secretAsBase32 = (secret: Uint8Array): string => base32.encode(secret).replace(/=+$/, '');

/** RFC 6238 4.2: the number of whole periods since the epoch. */
export const timeStepAt = (now: Instant): number => Math.floor(now / SECOND / TOTP.periodSeconds);

type Attempt = { secret: Uint8Array; code: string; now: Instant; lastTimeStep: number };

/**
 * The time step that a code belongs to, or null if it is wrong, outside the window, or not later than the last one used
 * (RFC 6238 5.2: "the verifier MUST NOT accept the second attempt").
 * @param attempt.code six digits, already canonical
 */
export const matchTimeStep = ({ secret, code, now, lastTimeStep }: Attempt): number | null => {
  const newest = timeStepAt(now) + TOTP.toleranceSteps;
  // The library throws if the bound is beyond the window, which happens after the clock jumps back. Nothing can match
  // then.
  if (lastTimeStep >= newest) return null;
  const result = verifySync({
    crypto,
    secret,
    token: code,
    epoch: Math.floor(now / SECOND),
    epochTolerance: TOTP.periodSeconds * TOTP.toleranceSteps,
    afterTimeStep: lastTimeStep,
    period: TOTP.periodSeconds,
    digits: TOTP.digits,
    algorithm: TOTP.algorithm,
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
};

/** How far off a clock may be and still be recognized: 5 minutes. */
const MOST_STEPS_OFF = 10;

/**
 * By how many seconds the clock of a phone is ahead (or, if negative, behind) that shows this code; null if it is not a
 * code of the minutes around. Only for an app that is being connected: elsewhere it would help someone who guesses.
 */
export const clockOffBy = ({ secret, code, now }: Omit<Attempt, 'lastTimeStep'>): number | null => {
  for (let steps = TOTP.toleranceSteps + 1; steps <= MOST_STEPS_OFF; steps += 1) {
    for (const off of [steps * TOTP.periodSeconds, -steps * TOTP.periodSeconds]) {
      const result = verifySync({
        ...{ crypto, secret, token: code, epoch: Math.floor(now / SECOND) + off, epochTolerance: 0 },
        ...{ period: TOTP.periodSeconds, digits: TOTP.digits, algorithm: TOTP.algorithm },
      });
      if (result.valid) return off;
    }
  }
  return null;
};

/** Whether a rejected code is correct but its time step was already used, which is worth logging. */
export const isReplayed = (attempt: Attempt): boolean => matchTimeStep({ ...attempt, lastTimeStep: 0 }) !== null;

/** Key URI format: issuer as prefix and as parameter, RFC 3986 encoding (`%20`, never `+`). */
export const otpauthUri = (input: { issuer: string; account: string; secret: string }): string =>
  generateTOTP({
    issuer: input.issuer,
    label: input.account,
    secret: input.secret,
    algorithm: TOTP.algorithm,
    digits: TOTP.digits,
    period: TOTP.periodSeconds,
  });
