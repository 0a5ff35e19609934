import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { OperationFunction } from '../operation-function.ts';

const LATEST_MINUTES = 5;
const EACH_MINUTE = { period: Duration.minutes(1), statistic: Stats.MAXIMUM };

type Watched = {
  undelivered: Queue;
  /** By their ids. */
  deliveries: Record<string, OperationFunction>;
  /** The namespace of metrics: the deployment's name. */
  namespace: string;
};

/** Problems that an operator has to look at, since no request fails because of them. */
export const addAlarms = (scope: Construct, { undelivered, deliveries, namespace }: Watched): void => {
  const add = (id: string, alarmDescription: string, metric: IMetric, threshold = 1): void => {
    new Alarm(scope, id, {
      ...{ alarmDescription, metric, threshold, evaluationPeriods: 1 },
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  };
  add(
    'UndeliveredAlarm',
    'Events that could not be delivered: look at the queue and at the logs of the two delivering functions',
    undelivered.metricApproximateNumberOfMessagesVisible(EACH_MINUTE),
  );
  const refused = { namespace, metricName: 'MailRefused' };
  for (const [id, { function: delivery, logGroup }] of Object.entries(deliveries)) {
    add(
      `${id}LateAlarm`,
      `${id} is ${LATEST_MINUTES} minutes behind: people get their mails late, or not yet`,
      delivery.metric('IteratorAge', EACH_MINUTE),
      Duration.minutes(LATEST_MINUTES).toMilliseconds(),
    );
    new MetricFilter(scope, `${id}MailRefused`, {
      logGroup,
      filterPattern: FilterPattern.anyTerm('mail_refused'),
      ...{ metricNamespace: namespace, metricName: refused.metricName, metricValue: '1', defaultValue: 0 },
    });
  }
  add(
    'MailRefusedAlarm',
    'SES refuses mails: is the sender’s identity verified, and the account out of the sandbox?',
    new Metric({ ...refused, period: Duration.minutes(5), statistic: Stats.SUM }),
  );
};
