import { MINUTE } from '../shared/domain/instant.ts';
import { defaultNumbers } from '../shared/domain/numbers.ts';

export { defaultNumbers };

/** The default periods in milliseconds. */
export const MINUTE_OF = {
  setup: defaultNumbers.setupMinutes * MINUTE,
  challenge: defaultNumbers.challengeMinutes * MINUTE,
  session: defaultNumbers.sessionMinutes * MINUTE,
  idle: defaultNumbers.sessionIdleMinutes * MINUTE,
  identity: defaultNumbers.identityConfirmationMinutes * MINUTE,
};
