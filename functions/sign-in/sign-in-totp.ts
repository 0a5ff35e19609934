import { signInTotp as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { answeringChallenge, totpSecrets } from '../../shared/runtime/needs.ts';
import { signInTotp } from '../../shared/use-cases/sign-in/sign-in-totp.ts';

export const handler = publicEndpoint(operation, { ...answeringChallenge, totpSecrets }, signInTotp);
