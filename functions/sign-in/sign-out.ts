import { signOut as operation } from '../../shared/contract/operations/sign-in.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, numbers, origin, originSecret, sessions } from '../../shared/runtime/deps.ts';
import { signOut } from '../../shared/use-cases/sign-in/sign-out.ts';

const needs = { clock, log, numbers, origin, originSecret, sessions };

export const handler = endpoint(operation, needs, signOut);
