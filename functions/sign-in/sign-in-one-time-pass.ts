import { signInOneTimePass as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { answeringChallenge } from '../../shared/runtime/deps.ts';
import { signInOneTimePass } from '../../shared/use-cases/sign-in/sign-in-one-time-pass.ts';

export const handler = publicEndpoint(operation, answeringChallenge, signInOneTimePass);
