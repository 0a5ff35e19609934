import { labels, otpauthUri, secretAsBase32 } from '../../domain/codes/totp.ts';
import { iso, MINUTE } from '../../domain/instant.ts';
import type { CallerContext } from '../../domain/request.ts';
import { type SecuritySettings, TOTP } from '../../domain/security-settings.ts';
import type { Setups } from '../../ports/factors/setups.ts';
import type { Ids } from '../../ports/ids.ts';
import type { QrCodes } from '../../ports/qr-codes.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { type OrganizationNeeds, organizationOf } from '../common/organization-of.ts';

type Needs = OrganizationNeeds & {
  setups: Pick<Setups, 'put'>;
  totpSecrets: Pick<SecretBox, 'seal'>;
  qrCodes: QrCodes;
  random: Random;
  ids: Ids;
  security: SecuritySettings;
};

/** A fresh secret that waits for confirmation. It replaces a pending one and never touches the factor that is on. */
export const beginTwoFactorSetup = async (needs: Needs, { now, caller: { user } }: CallerContext) => {
  const bytes = needs.random.bytes(TOTP.secretBytes);
  const [organization, sealedSecret] = await Promise.all([
    organizationOf(needs, user),
    needs.totpSecrets.seal(user.id, bytes),
  ]);
  const setupId = needs.ids.next(now);
  const expiresAt = now + needs.security.setupMinutes * MINUTE;
  const { authVersion } = user;
  await needs.setups.put(user.id, { setupId, sealedSecret, attempts: 0, expiresAt, authVersion });

  const secret = secretAsBase32(bytes);
  const { issuer, account } = labels(organization.name, user.email);
  const uri = otpauthUri({ issuer, account, secret });
  return {
    setupId,
    secret,
    otpauthUri: uri,
    qrCode: needs.qrCodes.svg(uri),
    issuer,
    account,
    expiresAt: iso(expiresAt),
  };
};
