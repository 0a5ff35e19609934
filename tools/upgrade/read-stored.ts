import { readFileSync } from 'node:fs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Credential } from '../../shared/domain/entities/credential.ts';
import { Erasure } from '../../shared/domain/entities/erasure.ts';
import { IdempotencyRecord } from '../../shared/domain/entities/idempotency-record.ts';
import { Organization } from '../../shared/domain/entities/organization.ts';
import { PasswordToken } from '../../shared/domain/entities/password-token.ts';
import { RecoveryCodes } from '../../shared/domain/entities/recovery-codes.ts';
import { Session } from '../../shared/domain/entities/session.ts';
import { Setup } from '../../shared/domain/entities/setup.ts';
import { SignIn } from '../../shared/domain/entities/sign-in.ts';
import { TwoFactor } from '../../shared/domain/entities/two-factor.ts';
import { User } from '../../shared/domain/entities/user.ts';
import { PasswordResetRequest } from '../../shared/domain/events/password-reset-request.ts';
import { SecurityEvent } from '../../shared/domain/events/security-event.ts';
import { Watch } from '../../shared/domain/events/watch.ts';
import type { partitions } from '../../shared/store/schema.ts';

/* Whether this version of the code reads what a version has stored. Run by `npm run upgrade:check` in both versions. */

type Reader = { parse(item: unknown): unknown };
const readers: Partial<Record<keyof typeof partitions, Reader>> = {
  organization: Organization,
  credential: Credential,
  user: User,
  twoFactor: TwoFactor,
  recoveryCodes: RecoveryCodes,
  setup: Setup,
  session: Session,
  passwordToken: PasswordToken,
  signIn: SignIn,
  event: SecurityEvent,
  idempotencyRecord: IdempotencyRecord,
  resetRequest: PasswordResetRequest,
  watch: Watch,
  erasure: Erasure,
};

/** Items as they are on the wire, by kind. */
export type Stored = Record<string, Record<string, never>[]>;

/** Bytes are base64 on the wire. */
const fromTheWire = (name: string, value: unknown): unknown =>
  name === 'B' && typeof value === 'string' ? Buffer.from(value, 'base64') : value;

export const storedIn = (file: string): Stored => JSON.parse(readFileSync(file, 'utf8'), fromTheWire) as Stored;

/** Beside the watches is a mark of how far they were looked at. */
const isRecord = (item: Record<string, { S?: string }>): boolean => item.sk?.S !== 'LOOKED';

/** What cannot be read, in words. A kind that this version does not know is not read by it either. */
export const unreadable = (stored: Stored): string[] =>
  Object.entries(stored).flatMap(([kind, items]) => {
    const reader = readers[kind as keyof typeof readers];
    return items.filter(isRecord).flatMap((item) => {
      try {
        reader?.parse(unmarshall(item));
        return [];
      } catch (error) {
        return [`${kind}: ${(error as Error).message.replaceAll(/\s+/g, ' ').slice(0, 200)}`];
      }
    });
  });

if (import.meta.main) {
  console.log(JSON.stringify(unreadable(storedIn(process.argv[2] ?? ''))));
}
