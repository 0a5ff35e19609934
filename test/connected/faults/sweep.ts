import { inject } from 'vitest';
import type { Fault, FaultKind } from '../../../local/aws/faults.ts';
import { type Answer, anySource, callsOf } from '../../kit/product.ts';
import { brokenInvariants, factsOf, wrongCharges } from './facts.ts';
import { type Flow, patiently } from './flow.ts';
import { flows } from './flows.ts';
import { nextOrganization } from './organizations.ts';
import { keptResults, type Outcome } from './results.ts';

/* Every AWS call of every flow, broken in every way that it can break. */

export type Case = { flow: Flow; call: string; fault: Omit<Fault, 'client'> };
export type Result = Case & Outcome;

const { controlUrl } = inject('accounts');
const control = (method: string, route: string, body?: unknown) =>
  fetch(controlUrl + route, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });

const ALWAYS = 1_000;
/** What may pass is tried both once and permanently; what does not pass by itself, only once. */
const passing: FaultKind[] = ['dropRequest', 'dropResponse', 'hang', 'status500', 'status503', 'throttle'];
const lasting: FaultKind[] = ['delay', 'duplicate', 'accessDenied', 'killInstance'];
const isWrite = (action: string): boolean => /^(TransactWrite|Put|Update|Delete)/.test(action);

const kindsFor = (service: string, action: string): [FaultKind, number][] => {
  const twice = (kinds: FaultKind[]) =>
    kinds.flatMap((kind): [FaultKind, number][] => [
      [kind, 1],
      [kind, ALWAYS],
    ]);
  const once = (kinds: FaultKind[]) => kinds.map((kind): [FaultKind, number] => [kind, 1]);
  if (service === 'kms') {
    return [
      ...twice([...passing, 'unavailable']),
      ...once([...lasting, 'disabled', ...(action === 'Decrypt' ? (['invalidCiphertext'] as const) : [])]),
    ];
  }
  return [...twice([...passing, ...(isWrite(action) ? (['conflict'] as const) : [])]), ...once(lasting)];
};

const AT_ONCE = 6;
/** All of them, a few at a time. */
const atOnce = async <Work, Outcome>(all: Work[], work: (next: Work) => Promise<Outcome>): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await work(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return outcomes;
};

/** The calls that a flow makes when nothing is broken. */
const casesOf = async (flow: Flow): Promise<Case[]> => {
  const prepared = await patiently(async () => flow.prepare(await nextOrganization()));
  const answer = await prepared.send(anySource());
  if (answer.status >= 300) throw new Error(`${flow.name}: ${answer.status} ${answer.body}`);
  const seen = new Map<string, number>();
  return (await callsOf(answer)).flatMap(({ service, action }) => {
    const nth = (seen.get(action) ?? 0) + 1;
    seen.set(action, nth);
    return kindsFor(service, action).map(([kind, times]) => ({
      flow,
      call: `${service} ${action} ${nth}`,
      fault: {
        service: service as Fault['service'],
        action,
        nth,
        kind,
        times,
        ...(kind === 'delay' && { delayMs: 300 }),
      },
    }));
  });
};
export const allCases = async (): Promise<Case[]> => (await atOnce(flows, casesOf)).flat();

/** Only a lost answer may hide work that was done. */
const losesAnswers: FaultKind[] = ['dropResponse', 'killInstance'];

const wrongAnswer = ({ fault }: Case, { status, body }: Answer): string[] => {
  if (status < 300 || status === 503) return [];
  // The instance is dead: API Gateway answers in its place.
  if (status === 500 && fault.kind === 'killInstance' && !body.includes('"code"')) return [];
  return [`answered ${status} ${body}`];
};

const run = async (broken: Case): Promise<Outcome> => {
  const { flow, fault } = broken;
  const client = anySource();
  const prepared = await patiently(async () => flow.prepare(await nextOrganization()));
  const before = await factsOf(prepared.userId);
  await control('POST', '/faults', { ...fault, client });
  const answer = await prepared.send(client);
  const { met } = (await (await control('DELETE', `/faults?client=${client}`)).json()) as { met: number };

  const after = await factsOf(prepared.userId);
  const isDone = prepared.isDone?.(before, after) ?? false;
  const wasLost = isDone && answer.status >= 300;
  const violations = [...wrongAnswer(broken, answer), ...brokenInvariants(before, after)];
  // A refund is also a write: if every write of its kind fails permanently, no refund is possible.
  const canRefund = fault.action !== 'UpdateItem' || fault.times === 1 || fault.kind === 'dropResponse';
  if (answer.status >= 300 && canRefund && fault.kind !== 'killInstance') {
    violations.push(...(await wrongCharges(before, after, client)));
  }
  if (met === 0) violations.push('the fault was never met: the call is not where it was');
  if (prepared.isDone && answer.status < 300 && !isDone) violations.push('I5: answered as done, and is not');
  if (wasLost && !losesAnswers.includes(fault.kind)) violations.push('I5: done, but the answer says it was not');
  await prepared.finish(answer, isDone).catch((error: Error) => void violations.push(`I6: ${error.message}`));
  return { status: answer.status, wasLost, violations };
};

export const nameOf = ({ flow, call, fault }: Case): string =>
  `${flow.name} × ${call} × ${fault.kind}${fault.times > 1 ? ' for good' : ''}`;

/** Runs them all; with a file, only those whose results it does not have yet. */
export const runAll = async (cases: Case[], resultsFile?: string): Promise<Result[]> => {
  const results = keptResults(resultsFile);
  return atOnce(cases, async (next) => {
    const outcome = results.of(nameOf(next)) ?? (await run(next));
    results.keep(nameOf(next), outcome);
    return { ...next, ...outcome };
  });
};
