import { Duration, Validations } from 'aws-cdk-lib';
import { type Alarm, type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { addAlarm, type Told } from './alarm.ts';
import { ofApi, ofLambda, ofTable } from './aws-metrics.ts';
import { counted } from './counted.ts';
import type { Monitored } from './dashboard.ts';

type Watched = Monitored & { keyArns: string[]; told: Told };

/** Wrong passwords in a quarter of an hour from which their share says something. */
const MANY_REFUSED = 50;
/** Percent of all passwords: people mistype about one in ten. */
const MOST_REFUSED = 60;

/**
 * What people notice, and what attackers do: from the gateway, the table, and the product's own figures.
 * @returns those that a new version of the functions may set off
 */
export const addApiAlarms = (scope: Construct, { apiId, tableName, keyArns, namespace, told }: Watched): Alarm[] => {
  const add = (id: string, says: string, metric: IMetric, from: number, periods = 1): Alarm =>
    addAlarm(scope, id, told, { says, metric, from, periods });
  const errors = add('ServerErrorsAlarm', 'People get errors that are not theirs', ofApi(apiId, '5xx', Stats.SUM), 5);
  add('SlowAlarm', 'One request in a hundred takes 3 seconds or more', ofApi(apiId, 'Latency', 'p99'), 3_000, 3);
  add('ThrottledAlarm', 'Lambda refuses to start functions: the account’s quota is used up', ofLambda('Throttles'), 1);
  add('TableReadsAlarm', 'DynamoDB throttles reads', ofTable(tableName, 'ReadThrottleEvents'), 1);
  add('TableWritesAlarm', 'DynamoDB throttles writes', ofTable(tableName, 'WriteThrottleEvents'), 1);
  const internal = add(
    'InternalErrorsAlarm',
    'The product failed in a way that it does not know',
    counted(namespace, 'InternalError', 5),
    1,
  );
  const unavailable = add(
    'UnavailableAlarm',
    'AWS fails, and people with it',
    counted(namespace, 'Unavailable', 5),
    10,
  );
  add('KmsAlarm', 'KMS fails: no one signs in with a second factor', counted(namespace, 'KmsFailed', 5), 1);
  add(
    'PasswordsAlarm',
    'Most passwords are wrong: someone tries lists of them',
    new MathExpression({
      // Without one success there is no figure of them: nothing would be more than half of nothing.
      expression: `IF(refused >= ${MANY_REFUSED}, 100 * refused / (refused + FILL(accepted, 0)), 0)`,
      usingMetrics: {
        refused: counted(namespace, 'PasswordRefused', 15),
        accepted: counted(namespace, 'PasswordAccepted', 15),
      },
      period: Duration.minutes(15),
    }),
    MOST_REFUSED,
  );
  add(
    'SecondFactorsAlarm',
    'Many wrong codes after right passwords: someone has passwords',
    counted(namespace, 'SecondFactorRefused', 15),
    50,
  );
  add(
    'OneSourceAlarm',
    'Source addresses use up their limits: someone tries many accounts from one place',
    counted(namespace, 'SourceLimited', 15),
    100,
  );
  add('ForgedEdgeAlarm', 'Requests have a wrong secret of the edge', counted(namespace, 'ForgedEdge', 15), 10);
  if (told) watchKeys(scope, keyArns, told);
  return [errors, internal, unavailable];
};

/** A key that is disabled or about to be deleted locks everyone out; CloudTrail tells of it at once. */
const watchKeys = (scope: Construct, keyArns: string[], told: NonNullable<Told>): void => {
  const eventPattern: EventPattern = {
    source: ['aws.kms'],
    detailType: ['AWS API Call via CloudTrail'],
    detail: { eventName: ['DisableKey', 'ScheduleKeyDeletion'], resources: { ARN: keyArns } },
  };
  const rule = new Rule(scope, 'KeyAtRisk', {
    ...{ eventPattern, targets: [new SnsTopic(told)] },
    description: 'A key that seals secrets is disabled, or will be deleted',
  });
  Validations.of(rule).acknowledge({
    id: 'Serverless-EventBusDLQ',
    reason: 'EventBridge tries for a day; the event is in CloudTrail, and the alarm on KMS follows',
  });
};
