import type { Credential } from '../../domain/entities/credential.ts';
import type { User } from '../../domain/entities/user.ts';
import type { Move } from '../../ports/lifecycle/addresses.ts';
import { credentialKey } from '../keys.ts';
import type { Write } from '../table/commit.ts';

/** No password works any more until another one is set. */
const closed = ({ passwordHash: _, ...credential }: Credential): Credential => ({
  ...credential,
  passwordVersion: credential.passwordVersion + 1,
});

/** The same for an account that keeps its address. */
export const closePassword = (user: User): Write<'changed'> => ({
  Update: {
    Key: credentialKey(user.email),
    UpdateExpression: 'SET passwordVersion = :version REMOVE passwordHash',
    ConditionExpression: 'userId = :userId',
    ExpressionAttributeValues: { ':version': user.passwordVersion + 1, ':userId': user.id },
  },
  ifRefused: 'changed',
});

/** Takes the new address if no one has it, and leaves the previous one, with the password as it was read. */
export const moveCredential = ({ user, credential, to, withoutPassword }: Move): Write<'email_taken' | 'changed'>[] => [
  {
    Put: {
      Item: { ...credentialKey(to), ...(withoutPassword ? closed(credential) : credential), email: to },
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
