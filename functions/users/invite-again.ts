import { inviteAgain as operation } from '../../shared/contract/operations/administration.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  passwordTokens,
  random,
  sendsMail,
  sessions,
  users,
} from '../../shared/runtime/deps.ts';
import { inviteAgain } from '../../shared/use-cases/users/invite-again.ts';

const needs = {
  clock,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  origin,
  originSecret,
  passwordTokens,
  random,
  sendsMail,
  sessions,
  users,
};

export const handler = endpoint(operation, needs, inviteAgain);
