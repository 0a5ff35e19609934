import { MINUTE } from '../shared/domain/instant.ts';
import { defaultSecurity } from '../shared/domain/security-settings.ts';

export { defaultSecurity };

/** The default periods in milliseconds. */
export const MINUTE_OF = {
  setup: defaultSecurity.setupMinutes * MINUTE,
  challenge: defaultSecurity.challengeMinutes * MINUTE,
  session: defaultSecurity.sessionMinutes * MINUTE,
  idle: defaultSecurity.sessionIdleMinutes * MINUTE,
  identity: defaultSecurity.identityConfirmationMinutes * MINUTE,
};
