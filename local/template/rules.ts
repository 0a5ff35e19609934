import type { Assembly } from './assembly.ts';
import type { LocalFunction } from './functions.ts';

/** A function that a rule starts with the events of the default bus that match a pattern. */
export type LocalRule = { function: LocalFunction; pattern: object };

export const readRules = (assembly: Assembly, functions: LocalFunction[]): LocalRule[] =>
  assembly.ofType('AWS::Events::Rule').flatMap(({ properties }) => {
    const { EventPattern, Targets } = properties as { EventPattern?: object; Targets: { Arn: string }[] };
    if (EventPattern === undefined) return [];
    // Topics have nobody behind them here.
    return Targets.flatMap(({ Arn }) => functions.filter(({ arn }) => arn === Arn)).map((found) => ({
      ...{ function: found, pattern: EventPattern },
    }));
  });
