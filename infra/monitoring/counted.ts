import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Count } from '../../shared/adapters/counted-log.ts';

/** One of the figures that log lines carry, summed over some minutes. */
export const counted = (namespace: string, metricName: Count, minutes: number): Metric =>
  new Metric({ namespace, metricName, period: Duration.minutes(minutes), statistic: Stats.SUM });
