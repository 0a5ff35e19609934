import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';

/* Metrics that AWS itself keeps. */

const FIVE = Duration.minutes(5);

export const ofApi = (ApiId: string, metricName: string, statistic: string): Metric =>
  new Metric({ namespace: 'AWS/ApiGateway', metricName, dimensionsMap: { ApiId }, period: FIVE, statistic });

export const ofTable = (TableName: string, metricName: string): Metric =>
  new Metric({
    ...{ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName } },
    ...{ period: FIVE, statistic: Stats.SUM },
  });

/** Of the whole account: there is no such metric for a group of functions. */
export const ofLambda = (metricName: string, statistic = Stats.SUM): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName, period: FIVE, statistic });
