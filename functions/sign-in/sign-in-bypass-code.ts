import { signInBypassCode as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { answeringChallenge } from '../../shared/runtime/needs.ts';
import { signInBypassCode } from '../../shared/use-cases/sign-in/sign-in-bypass-code.ts';

export const handler = publicEndpoint(operation, answeringChallenge, signInBypassCode);
