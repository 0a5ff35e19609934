import type { Service } from './call.ts';

/** What can go wrong with one AWS call. */
export const faultKinds = [
  /** The request never arrives: the connection breaks first. */
  'dropRequest',
  /** The work is done but the answer is lost: the connection breaks afterwards. */
  'dropResponse',
  /** There is never an answer, and nothing was done. */
  'hang',
  /** It takes `delayMs` longer. */
  'delay',
  /** It arrives twice; the first answer counts. */
  'duplicate',
  'status500',
  'status503',
  'throttle',
  /** What was asked makes no sense to the service: a defect. */
  'malformed',
  /** Another transaction holds the item. */
  'conflict',
  'accessDenied',
  /** KMS: the key is disabled, cannot be reached, or does not open this. */
  'disabled',
  'unavailable',
  'invalidCiphertext',
  /** SES: this one mail will never be sent. */
  'mailRejected',
  /** The work is done, and the function's instance dies before it gets the answer. */
  'killInstance',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  service: Service | 'lambda';
  action: string;
  /** The first matching call to fail, starting at 1. Each attempt of the SDK counts. */
  nth: number;
  /** How many calls in a row fail from there. */
  times: number;
  kind: FaultKind;
  function?: string;
  /**
   * Only calls for requests of this client fail: others are not affected. The command line is the client
   * `command-line`, or whatever `AWS_SDK_UA_APP_ID` calls it.
   */
  client?: string;
  delayMs?: number;
};
export type FaultyCall = {
  service: string;
  action: string;
  function: string;
  client: string | undefined;
  /** Calls for anyone else fail only if a fault names them as its client. */
  isFunction: boolean;
};

/** `lambda`: the gateway’s own calls, of which `Invoke` can be throttled. */
const services: Fault['service'][] = ['dynamodb', 'kms', 'ses', 'events', 'lambda'];
const isService = (value: unknown): value is Fault['service'] => services.includes(value as Service);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTextIfGiven = (value: unknown): value is string | undefined => value === undefined || isText(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;

/** A fault as someone wrote it down, or what is wrong with it. */
export const readFault = (given: unknown): Fault | string => {
  const { service, action, kind, nth = 1, times = 1, delayMs, ...rest } = (given ?? {}) as Record<string, unknown>;
  if (!isService(service)) return `service is one of ${services.join(', ')}`;
  if (!isText(action)) return 'action is the name of an AWS action, like UpdateItem';
  if (!faultKinds.includes(kind as FaultKind)) return `kind is one of ${faultKinds.join(', ')}`;
  if (!isCount(nth) || !isCount(times)) return 'nth and times are whole numbers from 1';
  if (delayMs !== undefined && !isCount(delayMs)) return 'delayMs is a whole number from 1';
  const { function: name, client, ...unknown } = rest;
  if (!isTextIfGiven(name) || !isTextIfGiven(client)) return 'function and client are texts';
  if (Object.keys(unknown).length > 0) return `unknown: ${Object.keys(unknown).join(', ')}`;
  return {
    ...{ service, action, nth, times, kind: kind as FaultKind },
    ...(name !== undefined && { function: name }),
    ...(client !== undefined && { client }),
    ...(delayMs !== undefined && { delayMs: delayMs as number }),
  };
};

const concerns = (fault: Fault, call: FaultyCall): boolean =>
  fault.service === call.service &&
  fault.action === call.action &&
  (fault.function === undefined || fault.function === call.function) &&
  (fault.client === undefined ? call.isFunction : fault.client === call.client);

/** The active faults. Each counts the calls that it affects. */
export const createFaults = () => {
  let faults: { fault: Fault; seen: number }[] = [];
  return {
    set: (fault: Fault): void => void faults.push({ fault, seen: 0 }),
    /** Removes all faults, or those for one client; returns how many calls they affected. */
    clear(client?: string | null): number {
      const gone = faults.filter(({ fault }) => !client || fault.client === client);
      faults = faults.filter((entry) => !gone.includes(entry));
      return gone.reduce((sum, { fault, seen }) => sum + Math.max(0, Math.min(seen - fault.nth + 1, fault.times)), 0);
    },
    /** The fault that a call runs into, if any. */
    meet(call: FaultyCall): Fault | undefined {
      const met = faults.filter(({ fault }) => concerns(fault, call));
      for (const entry of met) entry.seen += 1;
      return met.find(({ fault, seen }) => seen >= fault.nth && seen < fault.nth + fault.times)?.fault;
    },
  };
};
export type Faults = ReturnType<typeof createFaults>;
