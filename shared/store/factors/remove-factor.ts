import type { User } from '../../domain/entities/user.ts';
import { counted } from '../accounts/adoption.ts';
import { recoveryCodesKey, setupKey, twoFactorKey } from '../keys.ts';
import type { Step } from '../table/transact.ts';

/** Factor, recovery codes and pending set-up; with `generation`, only of that enrolment. */
export const removeFactor = (user: User, generation?: string): Record<string, Step> => ({
  twoFactor: {
    Delete: {
      Key: twoFactorKey(user.id),
      ...(generation === undefined
        ? { ConditionExpression: 'attribute_exists(pk)' }
        : { ConditionExpression: 'generation = :of', ExpressionAttributeValues: { ':of': generation } }),
    },
  },
  recoveryCodes: { Delete: { Key: recoveryCodesKey(user.id) } },
  setup: { Delete: { Key: setupKey(user.id) } },
  adoption: counted(user, { enabled: -1, disabled: 1 }),
});
