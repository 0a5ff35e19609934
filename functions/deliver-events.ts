import {
  adoptions,
  bus,
  clock,
  credentials,
  deliveries,
  happeningOf,
  log,
  mailer,
  numbers,
  organizations,
  origin,
  passwordTokens,
  productName,
  random,
  recoveryCodeSets,
  users,
  watches,
} from '../shared/runtime/deps.ts';
import { deliverBatch } from '../shared/stream/deliver-batch.ts';
import { deliver } from '../shared/use-cases/deliver.ts';

const stores = { adoptions, credentials, deliveries, organizations, passwordTokens, recoveryCodeSets, users, watches };
const needs = { ...stores, bus, mailer, numbers, origin, productName, random };

export const handler = deliverBatch({ clock, log, read: happeningOf }, (now, happening) =>
  deliver(needs, now, happening),
);
