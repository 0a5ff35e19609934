import type { User } from '../../domain/entities/user.ts';
import { countAdoption } from '../accounts/adoption.ts';
import { recoveryCodesKey, setupKey, twoFactorKey } from '../keys.ts';
import type { Write } from '../table/commit.ts';

/** Removes the factor, recovery codes and pending setup; with `generation`, only those of that enrollment. */
export const removeFactor = (user: User, generation?: string): Write<'not_enabled'>[] => [
  {
    Delete: {
      Key: twoFactorKey(user.id),
      ...(generation === undefined
        ? { ConditionExpression: 'attribute_exists(pk)' }
        : { ConditionExpression: 'generation = :of', ExpressionAttributeValues: { ':of': generation } }),
    },
    ifRefused: 'not_enabled',
  },
  { Delete: { Key: recoveryCodesKey(user.id) } },
  { Delete: { Key: setupKey(user.id) } },
  countAdoption(user, { enabled: -1, disabled: 1 }),
];
