import type { Move } from '../../ports/lifecycle/addresses.ts';
import { credentialKey } from '../keys.ts';
import type { Write } from '../table/commit.ts';

/** Takes the new address if no one has it, and leaves the previous one, with the password as it was read. */
export const moveCredential = ({ user, credential, to }: Move): Write<'email_taken' | 'changed'>[] => [
  {
    Put: {
      Item: { ...credentialKey(to), ...credential, email: to },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    ifRefused: 'email_taken',
  },
  {
    Delete: {
      Key: credentialKey(credential.email),
      ConditionExpression: credential.passwordHash
        ? 'userId = :userId AND passwordHash = :hash'
        : 'userId = :userId AND attribute_not_exists(passwordHash)',
      ExpressionAttributeValues: {
        ':userId': user.id,
        ...(credential.passwordHash && { ':hash': credential.passwordHash }),
      },
    },
    ifRefused: 'changed',
  },
];
