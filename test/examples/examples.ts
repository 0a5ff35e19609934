import { type OperationId, operations } from '../../shared/contract/operations.ts';
import * as account from './account.ts';
import * as brand from './brand.ts';
import type { Example } from './example.ts';
import * as followUp from './follow-up.ts';
import * as service from './service.ts';
import * as signIn from './sign-in.ts';
import * as twoFactor from './two-factor.ts';
import * as users from './users.ts';

/**
 * What the tests over all operations send: calls and units, rights, callers, and what may be found in logs. An
 * operation without an example does not compile.
 */
export const examples: Record<OperationId, Example> = {
  ...signIn,
  ...account,
  ...twoFactor,
  ...users,
  ...followUp,
  ...brand,
  ...service,
};

type Case = { name: string; id: OperationId; example: Example; refusedWith?: number };

/** The same operation in cases where it has other work to do. */
const variants: Case[] = [
  { name: 'signIn, 2FA off, wrong password', id: 'signIn', example: signIn.signInWithWrongPassword, refusedWith: 401 },
  { name: 'signIn, 2FA on', id: 'signIn', example: signIn.signInEnrolled },
  { name: 'signIn, 2FA on, known device', id: 'signIn', example: signIn.signInAtKnownDevice },
  { name: 'signInTotp, known device', id: 'signInTotp', example: signIn.signInTotpAtKnownDevice },
  { name: 'confirmIdentity, 2FA on', id: 'confirmIdentity', example: account.confirmIdentityEnrolled },
  { name: 'updateAccount, name', id: 'updateAccount', example: account.updateAccountName },
  { name: 'changeUserEmail, with a password', id: 'changeUserEmail', example: users.changeUserEmailWithPassword },
  { name: 'listUsers, filtered', id: 'listUsers', example: users.listUsersFiltered },
];

const plainNames: Partial<Record<OperationId, string>> = {
  signIn: 'signIn, 2FA off',
  confirmIdentity: 'confirmIdentity, 2FA off',
};

/** Every operation, each followed by its variants. */
export const cases: Case[] = Object.keys(operations).flatMap((key) => {
  const id = key as OperationId;
  const plain = { name: plainNames[id] ?? id, id, example: examples[id] };
  return [plain, ...variants.filter((variant) => variant.id === id)];
});
