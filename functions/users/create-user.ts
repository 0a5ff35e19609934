import { createUser as operation } from '../../shared/contract/operations/users.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import {
  clock,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  random,
  sessions,
  users,
} from '../../shared/runtime/deps.ts';
import { createUser } from '../../shared/use-cases/users/create-user.ts';

const needs = {
  clock,
  ids,
  keptReplies,
  limits,
  log,
  numbers,
  organizations,
  origin,
  originSecret,
  random,
  sessions,
  users,
};

export const handler = endpoint(operation, needs, createUser);
