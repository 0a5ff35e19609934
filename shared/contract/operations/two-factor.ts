import * as z from 'zod/mini';
import { Id, TotpCode } from '../../domain/fields.ts';
import { operation } from '../operation.ts';
import { RecoveryCodeSet, Session, SessionRotated, Timestamp, TwoFactorStatus } from '../schemas.ts';

const area = 'two-factor';

export const beginTwoFactorSetup = operation({
  id: 'beginTwoFactorSetup',
  summary: 'Start enabling 2FA: get a new secret, as text and as a QR code',
  area,
  method: 'POST',
  path: '/v1/me/two-factor/setup',
  auth: { fresh: true },
  withoutTwoFactor: true,
  status: 201,
  reply: z.object({
    setupId: z.string(),
    secret: z.string(),
    otpauthUri: z.string(),
    qrCode: z.string(),
    issuer: z.string(),
    account: z.string(),
    expiresAt: Timestamp,
  }),
  problems: [],
});

export const confirmTwoFactorSetup = operation({
  id: 'confirmTwoFactorSetup',
  summary: 'Enable 2FA with a code from the app; answers with the recovery codes',
  area,
  method: 'POST',
  path: '/v1/me/two-factor/setup/confirm',
  auth: { fresh: true },
  withoutTwoFactor: true,
  body: z.strictObject({ setupId: Id, code: TotpCode }),
  idempotencyKey: true,
  status: 200,
  reply: z.object({ twoFactor: TwoFactorStatus, recoveryCodes: z.array(z.string()), session: Session }),
  problems: ['code_invalid', 'setup_invalid'],
});

export const disableTwoFactor = operation({
  id: 'disableTwoFactor',
  summary: 'Disable 2FA; the session token rotates',
  area,
  method: 'DELETE',
  path: '/v1/me/two-factor',
  auth: { fresh: true },
  idempotencyKey: true,
  status: 200,
  reply: SessionRotated,
  problems: ['two_factor_not_enabled'],
});

export const showRecoveryCodes = operation({
  id: 'showRecoveryCodes',
  summary: 'Show the current recovery codes; the owner is notified by email',
  area,
  method: 'POST',
  path: '/v1/me/two-factor/recovery-codes/show',
  auth: { fresh: true },
  status: 200,
  reply: RecoveryCodeSet,
  problems: ['two_factor_not_enabled'],
});

export const regenerateRecoveryCodes = operation({
  id: 'regenerateRecoveryCodes',
  summary: 'Replace all recovery codes with new ones',
  area,
  method: 'POST',
  path: '/v1/me/two-factor/recovery-codes',
  auth: { fresh: true },
  idempotencyKey: true,
  status: 200,
  reply: z.extend(RecoveryCodeSet, { session: Session }),
  problems: ['two_factor_not_enabled'],
});
