import type { LocalFunction } from '../template/functions.ts';

type Dimensions = Record<string, string>;
type Point = { at: number; value: number; dimensions: Dimensions };
type Embedded = {
  _aws?: { Timestamp: number; CloudWatchMetrics: { Namespace: string; Metrics: { Name: string }[] }[] };
};

/** Longer than any alarm looks back. */
const KEPT_MS = 2 * 3_600_000;

const nameOf = ({ arn }: LocalFunction): string => arn.split(':').at(-1) ?? '';

/** CloudWatch's figures: those of log lines in the embedded metric format, and those that AWS keeps itself. */
export const createMetrics = (functions: LocalFunction[]) => {
  const points = new Map<string, Point[]>();
  const add = (namespace: string, name: string, value: number, at: number, dimensions: Dimensions = {}): void => {
    const key = `${namespace} ${name}`;
    const kept = (points.get(key) ?? []).filter((point) => point.at > at - KEPT_MS);
    points.set(key, [...kept, { at, value, dimensions }]);
  };
  const ofFunction = (name: string, id: string, value: number, at: number): void => {
    const found = functions.find((each) => each.id === id);
    if (found) add('AWS/Lambda', name, value, at, { FunctionName: nameOf(found) });
  };
  return {
    /** What the functions wrote: each line may carry figures. */
    readLines(text: string): void {
      for (const line of text.split('\n').filter((each) => each.includes('"_aws"'))) {
        const { _aws, ...fields } = JSON.parse(line) as Embedded & Record<string, number>;
        for (const { Namespace, Metrics } of _aws?.CloudWatchMetrics ?? []) {
          for (const { Name } of Metrics) add(Namespace, Name, Number(fields[Name]), _aws?.Timestamp ?? 0);
        }
      }
    },
    answered(status: number, latencyMs: number, at: number): void {
      add('AWS/ApiGateway', 'Latency', latencyMs, at);
      if (status >= 500) add('AWS/ApiGateway', '5xx', 1, at);
    },
    failed: (id: string, at: number): void => ofFunction('Errors', id, 1, at),
    late: (id: string, ageMs: number, at: number): void => ofFunction('IteratorAge', id, ageMs, at),
    throttledFunction: (at: number): void => add('AWS/Lambda', 'Throttles', 1, at),
    throttledTable(action: string, at: number): void {
      const kind = /^(Get|BatchGet|Query|Scan)/.test(action) ? 'Read' : 'Write';
      add('AWS/DynamoDB', `${kind}ThrottleEvents`, 1, at);
    },
    undelivered: (count: number, at: number): void => add('AWS/SQS', 'ApproximateNumberOfMessagesVisible', count, at),
    /** The values of a metric after one moment, until another one. What is local has one API, one table and one queue. */
    within(namespace: string, name: string, dimensions: Dimensions, [from, until]: [number, number]): number[] {
      const fits = (point: Point) =>
        Object.entries(point.dimensions).every(
          ([each, value]) => dimensions[each] === undefined || dimensions[each] === value,
        );
      return (points.get(`${namespace} ${name}`) ?? [])
        .filter((point) => point.at > from && point.at <= until && fits(point))
        .map(({ value }) => value);
    },
  };
};
export type Metrics = ReturnType<typeof createMetrics>;
