import { signIn as operation } from '../../shared/contract/operations/sign-in.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import {
  credentials,
  ids,
  limits,
  passwordResets,
  passwords,
  random,
  signIns,
  twoFactors,
  watches,
  withSession,
} from '../../shared/runtime/needs.ts';
import { signIn } from '../../shared/use-cases/sign-in/sign-in.ts';

export const handler = publicEndpoint(
  operation,
  { ...withSession, credentials, ids, limits, passwordResets, passwords, random, signIns, twoFactors, watches },
  signIn,
);
