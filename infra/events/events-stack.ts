import { Duration, RemovalPolicy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Grants } from '../access/grant.ts';
import { rolePath } from '../access/key-policy.ts';
import { statementsFor } from '../access/statements.ts';
import { fileOf, OperationFunction } from '../operation-function.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from '../stateful-stack.ts';
import { addAlarms } from './alarms.ts';
import { eventFilters, requestFilters } from './event-filters.ts';
import { addFeed } from './feed.ts';
import { deliveryGrants, watchGrants } from './grants.ts';
import { resetGrants } from './reset-grants.ts';

type Props = StackProps & { stateful: StatefulStack; settings: Settings };

const MEMORY_MIB = 512;
const WATCH_MINUTES = 5;

const described = {
  deliverEvents: 'Sends the mails and publishes the events that the table tells of',
  deliverResetRequests: 'Does the same for requests of a password reset, which anybody can make',
};

/**
 * From the table's stream to people and machines: mails, and events on the bus. What cannot be delivered after several
 * attempts leaves a record of its position in the stream in a queue, and an alarm reports it. The event itself stays in
 * the history of its account.
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
    const { table } = props.stateful;
    const deliveries = {
      deliverEvents: this.addDelivery('deliverEvents', deliveryGrants),
      deliverResetRequests: this.addDelivery('deliverResetRequests', resetGrants),
    };
    const { undelivered } = this;
    addFeed(this, 'Feed', { delivery: deliveries.deliverEvents, patterns: eventFilters, table, undelivered });
    addFeed(this, 'ResetFeed', {
      delivery: deliveries.deliverResetRequests,
      patterns: requestFilters,
      table,
      undelivered,
    });
    addAlarms(this, { undelivered, deliveries, namespace: props.settings.stackName });
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

  private addDelivery(id: keyof typeof described, granted: Grants): OperationFunction {
    const { settings, stateful } = this.props;
    const { tableArn, tableName, tableStreamArn = '' } = stateful.table;
    const { mailFrom } = settings;
    const statement = (actions: string[], resource: string) => new PolicyStatement({ actions, resources: [resource] });
    return new OperationFunction(this, id, {
      file: fileOf('events', id),
      description: described[id],
      memoryMiB: MEMORY_MIB,
      timeoutSeconds: 60,
      logRetentionDays: settings.logRetentionDays,
      rolePath: rolePath(settings.stackName),
      environment: {
        TABLE_NAME: tableName,
        SECURITY_SETTINGS: JSON.stringify(settings.security),
        PRODUCT_NAME: settings.productName,
        ORIGIN: settings.origin,
        BUS_NAME: this.bus.eventBusName,
        APP: settings.stackName,
        RECOVERY_KEY_ARN: stateful.keyArns['bypass-code'],
        ...(mailFrom && { MAIL_FROM: mailFrom }),
      },
      statements: [
        ...statementsFor(granted, { tableArn, keyArns: stateful.keyArns, app: settings.stackName }),
        statement(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], tableStreamArn),
        // Only this table's streams: its name is part of the stream's.
        statement(['dynamodb:ListStreams'], tableStreamArn),
        statement(['sqs:SendMessage'], this.undelivered.queueArn),
        statement(['events:PutEvents'], this.bus.eventBusArn),
        ...(mailFrom ? [statement(['ses:SendEmail'], this.identityArn(mailFrom))] : []),
      ],
    });
  }

  /** The domain that SES has verified, for any address in it. */
  private identityArn(mailFrom: string): string {
    return this.formatArn({ service: 'ses', resource: 'identity', resourceName: mailFrom.split('@')[1] ?? '' });
  }

  /** Every few minutes: checks what became of expired challenges. */
  private addWatch(): void {
    const { settings, stateful } = this.props;
    const { tableArn, tableName } = stateful.table;
    const watch = new OperationFunction(this, 'watchChallenges', {
      file: fileOf('events', 'watchChallenges'),
      description: 'Alarms owners whose right password someone entered without going on',
      memoryMiB: MEMORY_MIB,
      timeoutSeconds: 60,
      logRetentionDays: settings.logRetentionDays,
      rolePath: rolePath(settings.stackName),
      environment: { TABLE_NAME: tableName, SECURITY_SETTINGS: JSON.stringify(settings.security) },
      statements: statementsFor(watchGrants, { tableArn, keyArns: stateful.keyArns, app: settings.stackName }),
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
}
