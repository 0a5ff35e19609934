import { Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { aliasesFor } from '../bundle/aliases.ts';
import { OperationFunction } from '../operation-function.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from '../stateful-stack.ts';
import { statementsFor } from '../statements.ts';
import { deliveryGrants, watchGrants } from './grants.ts';
import { heard } from './heard.ts';

type Props = StackProps & { stateful: StatefulStack; settings: Settings };

const MEMORY_MIB = 512;
const BATCH = 10;
const RETRIES = 20;
const WATCH_MINUTES = 5;

/**
 * From the table's stream to people and machines: one function sends the mails and publishes to the bus. What cannot be
 * delivered after some tries leaves a note in a queue, where in the stream it was, and an alarm says so. The event itself stays
 * in the history of its account.
 */
export class EventsStack extends Stack {
  private readonly props: Props;
  private readonly bus: EventBus;
  private readonly undelivered: Queue;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    this.props = props;
    this.bus = new EventBus(this, 'Bus', { eventBusName: `${props.settings.stackName}-events` });
    this.undelivered = this.addQueue();
    this.addFeed(this.addFunction());
    this.addAlarm();
    this.addWatch();
  }

  private addQueue(): Queue {
    const queue = new Queue(this, 'Undelivered', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(queue).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: 'It is where dead letters go itself' },
      { id: 'Serverless-SQSRedrivePolicy', reason: 'It is where dead letters go itself' },
    );
    return queue;
  }

  private addFunction(): OperationFunction {
    const { settings, stateful } = this.props;
    const { tableArn, tableName, tableStreamArn = '' } = stateful.table;
    const { mailFrom } = settings;
    const statement = (actions: string[], resource: string) => new PolicyStatement({ actions, resources: [resource] });
    return new OperationFunction(this, 'deliverEvents', {
      file: 'deliver-events',
      description: 'Sends the mails and publishes the events that the table tells of',
      memoryMiB: MEMORY_MIB,
      timeoutSeconds: 60,
      logRetentionDays: settings.logRetentionDays,
      environment: {
        TABLE_NAME: tableName,
        NUMBERS: JSON.stringify(settings.numbers),
        PRODUCT_NAME: settings.productName,
        ORIGIN: settings.origin,
        BUS_NAME: this.bus.eventBusName,
        APP: settings.stackName,
        RECOVERY_KEY_ARN: stateful.keyArns['one-time-pass'],
        ...(mailFrom && { MAIL_FROM: mailFrom }),
      },
      statements: [
        ...statementsFor(deliveryGrants, { tableArn, keyArns: stateful.keyArns, app: settings.stackName }),
        statement(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], tableStreamArn),
        // Of this table's streams only: its name is part of the stream's.
        statement(['dynamodb:ListStreams'], tableStreamArn),
        statement(['sqs:SendMessage'], this.undelivered.queueArn),
        statement(['events:PutEvents'], this.bus.eventBusArn),
        ...(mailFrom ? [statement(['ses:SendEmail'], this.identityArn(mailFrom))] : []),
      ],
      aliases: aliasesFor(this, settings),
    });
  }

  /** The domain that SES has verified, for any address of it. */
  private identityArn(mailFrom: string): string {
    return this.formatArn({ service: 'ses', resource: 'identity', resourceName: mailFrom.split('@')[1] ?? '' });
  }

  /** L1: the construct would give the role a policy of its own, with more than it needs. */
  private addFeed({ function: deliver }: OperationFunction): void {
    new CfnEventSourceMapping(this, 'Feed', {
      functionName: deliver.functionArn,
      eventSourceArn: this.props.stateful.table.tableStreamArn ?? '',
      startingPosition: 'TRIM_HORIZON',
      batchSize: BATCH,
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      maximumRetryAttempts: RETRIES,
      maximumRecordAgeInSeconds: Duration.hours(12).toSeconds(),
      destinationConfig: { onFailure: { destination: this.undelivered.queueArn } },
      filterCriteria: { filters: heard.map((pattern) => ({ pattern: JSON.stringify(pattern) })) },
    });
  }

  /** Every few minutes: what became of the challenges that are over. */
  private addWatch(): void {
    const { settings, stateful } = this.props;
    const { tableArn, tableName } = stateful.table;
    const watch = new OperationFunction(this, 'watchChallenges', {
      file: 'watch-challenges',
      description: 'Alarms owners whose right password somebody entered without going on',
      memoryMiB: MEMORY_MIB,
      timeoutSeconds: 60,
      logRetentionDays: settings.logRetentionDays,
      environment: { TABLE_NAME: tableName, NUMBERS: JSON.stringify(settings.numbers) },
      statements: statementsFor(watchGrants, { tableArn, keyArns: stateful.keyArns, app: settings.stackName }),
      aliases: aliasesFor(this, settings),
    });
    const rule = new Rule(this, 'WatchSchedule', {
      schedule: Schedule.rate(Duration.minutes(WATCH_MINUTES)),
      targets: [new LambdaFunction(watch.function, { retryAttempts: 0 })],
    });
    Validations.of(rule).acknowledge({
      id: 'Serverless-EventBusDLQ',
      reason: 'It carries nothing that could be lost: the next run looks at the same hour',
    });
  }

  private addAlarm(): void {
    new Alarm(this, 'UndeliveredAlarm', {
      alarmDescription: 'Events that could be told to nobody: look at the queue and at the log of deliverEvents',
      metric: this.undelivered.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: Stats.MAXIMUM,
      }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
