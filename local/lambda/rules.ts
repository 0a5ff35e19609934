import { randomUUID } from 'node:crypto';
import { passes } from '../streams/filter.ts';
import type { LocalRule } from '../template/rules.ts';
import type { Lambdas } from './lambdas.ts';

const TRIES = 3;

/** Starts the functions whose rules match an event of the default bus; one that fails is tried again, as Lambda does. */
export const createRules =
  (rules: LocalRule[], lambdas: Lambdas) =>
  async (event: object): Promise<void> => {
    for (const { function: target } of rules.filter((rule) => passes(rule.pattern, event))) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const requestId = `rule-${randomUUID()}`;
        if ((await lambdas.invoke(target.id, { event, requestId, clockOffsetMs: 0 })).ok) break;
      }
    }
  };
