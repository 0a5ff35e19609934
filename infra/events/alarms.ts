import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { OperationFunction } from '../operation-function.ts';

const LATEST_MINUTES = 5;
/** Of the runs in a quarter of an hour; one alone may have met a moment's trouble. */
const ERASURES_FAILED = 3;
const EACH_MINUTE = { period: Duration.minutes(1), statistic: Stats.MAXIMUM };

type Watched = {
  undelivered: Queue;
  /** By their ids. */
  deliveries: Record<string, OperationFunction>;
  erasure: OperationFunction;
  /** The namespace of metrics: the deployment's name. */
  namespace: string;
};

/** Problems that an operator has to look at, since no request fails because of them. */
export const addAlarms = (scope: Construct, { undelivered, deliveries, erasure, namespace }: Watched): void => {
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
  const countRefusals = (id: string, logGroup: ILogGroup): void => {
    new MetricFilter(scope, `${id}MailRefused`, {
      logGroup,
      filterPattern: FilterPattern.anyTerm('mail_refused'),
      ...{ metricNamespace: namespace, metricName: refused.metricName, metricValue: '1', defaultValue: 0 },
    });
  };
  for (const [id, { function: delivery, logGroup }] of Object.entries(deliveries)) {
    add(
      `${id}LateAlarm`,
      `${id} is ${LATEST_MINUTES} minutes behind: people get their mails late, or not yet`,
      delivery.metric('IteratorAge', EACH_MINUTE),
      Duration.minutes(LATEST_MINUTES).toMilliseconds(),
    );
    countRefusals(id, logGroup);
  }
  countRefusals('eraseUsers', erasure.logGroup);
  add(
    'ErasureAlarm',
    'Deletions that could not be completed: data of deleted users is still there. Each run tries again',
    erasure.function.metricErrors({ period: Duration.minutes(15), statistic: Stats.SUM }),
    ERASURES_FAILED,
  );
  add(
    'MailRefusedAlarm',
    'SES refuses mails: is the sender’s identity verified, and the account out of the sandbox?',
    new Metric({ ...refused, period: Duration.minutes(5), statistic: Stats.SUM }),
  );
};
