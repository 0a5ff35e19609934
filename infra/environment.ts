import type { SecretPurpose } from '../shared/ports/secret-box.ts';
import type { Grants } from './access/grant.ts';
import { originSecret } from './edge/origin-secret.ts';
import type { Settings } from './settings.ts';

export type Names = {
  tableName: string;
  keyArns: Record<SecretPurpose, string>;
  origin: string;
};

/**
 * A function's environment: only what its grants let it use. It holds names and settings; the one secret only proves
 * that a request came through the edge, and appears in the template as a reference.
 */
export const environmentFor = (grants: Grants, names: Names, settings: Settings): Record<string, string> => ({
  METRICS: settings.stackName,
  PRODUCT_NAME: settings.productName,
  ORIGIN: names.origin,
  ORIGIN_SECRET: originSecret(settings),
  SENDS_MAIL: settings.mail === undefined ? 'no' : 'yes',
  ...(settings.edgeOnly && { EDGE_ONLY: 'yes' }),
  ...(grants.table && {
    TABLE_NAME: names.tableName,
    SECURITY_SETTINGS: JSON.stringify(settings.security),
  }),
  ...(grants.secrets && { APP: settings.stackName }),
  ...(grants.secrets?.['totp-secret'] && { TOTP_KEY_ARN: names.keyArns['totp-secret'] }),
  ...((grants.secrets?.['recovery-code'] || grants.secrets?.['bypass-code']) && {
    RECOVERY_KEY_ARN: names.keyArns['recovery-code'],
  }),
});
