import { deliver } from '../../shared/delivery/deliver.ts';
import { deliverBatch } from '../../shared/entry/stream/deliver-batch.ts';
import {
  adoptions,
  bus,
  clock,
  credentials,
  deliveries,
  happeningOf,
  log,
  mailer,
  notices,
  numbers,
  organizations,
  origin,
  passSecrets,
  passwordTokens,
  productName,
  random,
  recoveryCodeSets,
  securityEvents,
  users,
} from '../../shared/runtime/deps.ts';

const stores = {
  adoptions,
  credentials,
  deliveries,
  notices,
  organizations,
  passwordTokens,
  recoveryCodeSets,
  securityEvents,
  users,
};
const needs = { ...stores, bus, mailer, numbers, origin, passSecrets, productName, random };

export const handler = deliverBatch({ clock, log, read: happeningOf }, (now, happening) =>
  deliver(needs, now, happening),
);
