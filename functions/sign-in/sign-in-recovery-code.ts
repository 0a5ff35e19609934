import { signInRecoveryCode as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { answeringChallenge, recoveryCodeSets, recoverySecrets } from '../../shared/runtime/needs.ts';
import { signInRecoveryCode } from '../../shared/use-cases/sign-in/sign-in-recovery-code.ts';

export const handler = publicEndpoint(
  operation,
  { ...answeringChallenge, recoveryCodeSets, recoverySecrets },
  signInRecoveryCode,
);
