import type { Assembly } from '../template/assembly.ts';
import { evaluate } from './expression.ts';
import type { Metrics } from './metrics.ts';

type Dimension = { Name: string; Value: string };
type Figure = { MetricName: string; Namespace: string; Dimensions?: Dimension[] };
type Properties = Figure & {
  Threshold: number;
  EvaluationPeriods: number;
  Period?: number;
  Statistic?: string;
  ExtendedStatistic?: string;
  Metrics?: { Id: string; Expression?: string; MetricStat?: { Metric: Figure; Period: number; Stat: string } }[];
};
export type AlarmState = { alarm: string; state: 'OK' | 'ALARM'; value: number | null; threshold: number };

const statistics: Record<string, (values: number[]) => number> = {
  Sum: (values) => values.reduce((sum, value) => sum + value, 0),
  Maximum: (values) => Math.max(...values),
  p99: (values) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0,
};

type Window = [number, number];

const figureIn = (metrics: Metrics, figure: Figure, stat: string, window: Window): number | undefined => {
  const { Namespace, MetricName, Dimensions = [] } = figure;
  const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
  const values = metrics.within(Namespace, MetricName, dimensions, window);
  const statistic = statistics[stat];
  if (!statistic) throw new Error(`The statistic ${stat} has no local meaning yet`);
  return values.length === 0 ? undefined : statistic(values);
};

const inPeriod = (metrics: Metrics, alarm: Properties, until: number): number | undefined => {
  const { Metrics: parts, Statistic, ExtendedStatistic } = alarm;
  if (!parts) {
    const window: Window = [until - periodMsOf(alarm), until];
    return figureIn(metrics, alarm, Statistic ?? ExtendedStatistic ?? '', window);
  }
  const values = parts.map(({ Id, MetricStat }) => [
    Id,
    MetricStat && figureIn(metrics, MetricStat.Metric, MetricStat.Stat, [until - MetricStat.Period * 1_000, until]),
  ]);
  const { Expression = '' } = parts.find((part) => part.Expression !== undefined) ?? {};
  return evaluate(Expression, Object.fromEntries(values));
};

const periodMsOf = ({ Period, Metrics: parts = [] }: Properties): number =>
  1_000 * (Period ?? parts.find((part) => part.MetricStat)?.MetricStat?.Period ?? 0);

/**
 * The templates' alarms. All compare by "at least", and what is missing sets none off, as the tests of the templates
 * make sure.
 */
export const createAlarms = (assembly: Assembly, metrics: Metrics) => {
  const alarms = assembly.ofType('AWS::CloudWatch::Alarm').map(({ logicalId, properties }) => ({
    // `SlowAlarm626DD88D` → `SlowAlarm`
    ...{ id: logicalId.slice(0, -8), properties: properties as Properties },
  }));
  return (now: number): AlarmState[] =>
    alarms.map(({ id, properties }) => {
      const { EvaluationPeriods, Threshold: threshold } = properties;
      const values = Array.from({ length: EvaluationPeriods }, (_, index) =>
        inPeriod(metrics, properties, now - index * periodMsOf(properties)),
      );
      const isOver = values.every((value) => value !== undefined && value >= threshold);
      return { alarm: id, state: isOver ? 'ALARM' : 'OK', value: values[0] ?? null, threshold };
    });
};
