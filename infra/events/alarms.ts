import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { addAlarm, type Told } from '../monitoring/alarm.ts';
import { counted } from '../monitoring/counted.ts';
import type { OperationFunction } from '../operation-function.ts';

const LATEST_MINUTES = 5;
/** Of the runs in a quarter of an hour; one alone may have met a moment's trouble. */
const RUNS_FAILED = 3;
/** In an hour: some addresses are always wrong. */
const MAILS_RETURNED = 10;
const EACH_MINUTE = { period: Duration.minutes(1), statistic: Stats.MAXIMUM };

type Watched = {
  undelivered: Queue;
  /** By their ids. */
  deliveries: Record<string, OperationFunction>;
  erasure: OperationFunction;
  watch: OperationFunction;
  /** The namespace of metrics: the deployment's name. */
  namespace: string;
  told: Told;
};

/** Problems that an operator has to look at, since no request fails because of them. */
export const addAlarms = (scope: Construct, watched: Watched): void => {
  const { undelivered, deliveries, erasure, watch, namespace, told } = watched;
  addAlarm(scope, 'UndeliveredAlarm', told, {
    says: 'Events that could not be delivered: look at the queue and at the logs of the two delivering functions',
    metric: undelivered.metricApproximateNumberOfMessagesVisible(EACH_MINUTE),
    from: 1,
  });
  for (const [id, { function: delivery }] of Object.entries(deliveries)) {
    addAlarm(scope, `${id}LateAlarm`, told, {
      says: `${id} is ${LATEST_MINUTES} minutes behind: people get their mails late, or not yet`,
      metric: delivery.metric('IteratorAge', EACH_MINUTE),
      from: Duration.minutes(LATEST_MINUTES).toMilliseconds(),
    });
  }
  addAlarm(scope, 'ErasureAlarm', told, {
    says: 'Deletions that could not be completed: data of deleted users is still there. Each run tries again',
    metric: erasure.function.metricErrors({ period: Duration.minutes(15), statistic: Stats.SUM }),
    from: RUNS_FAILED,
  });
  addAlarm(scope, 'WatchFailedAlarm', told, {
    says: 'Owners are not told of passwords that someone entered without going on',
    metric: watch.function.metricErrors({ period: Duration.minutes(15), statistic: Stats.SUM }),
    from: RUNS_FAILED,
  });
  addAlarm(scope, 'MailRefusedAlarm', told, {
    says: 'SES refuses mails: is the sender’s identity verified, and the account out of the sandbox?',
    metric: counted(namespace, 'MailRefused', 5),
    from: 1,
  });
  addAlarm(scope, 'MailReturnedAlarm', told, {
    says: 'Mails come back: SES pauses accounts whose mails bounce, or are complained about, too often',
    metric: counted(namespace, 'MailReturned', 60),
    from: MAILS_RETURNED,
  });
};
