import { Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConfigurationSet } from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Grants } from '../access/grant.ts';
import { rolePath } from '../access/key-policy.ts';
import { statementsFor } from '../access/statements.ts';
import type { EdgeStack } from '../edge/edge-stack.ts';
import { addAlarmTopic, alarmTopic } from '../monitoring/topic.ts';
import { fileOf, OperationFunction, type OperationFunctionProps } from '../operation-function.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from '../stateful/stateful-stack.ts';
import { addAlarms } from './alarms.ts';
import { eventFilters, requestFilters } from './event-filters.ts';
import { addFeed } from './feed.ts';
import { deliveryGrants, eraseGrants, watchGrants } from './grants.ts';
import { resetGrants } from './reset-grants.ts';
import { addReturnedMails, configurationSetFor } from './returned-mails.ts';
import { mailWildcards, mayTell, type Telling, tellingEnvironment } from './telling.ts';
import { addUndelivered } from './undelivered.ts';

type Props = StackProps & { stateful: StatefulStack; edge: EdgeStack; settings: Settings };

const MEMORY_MIB = 512;
const WATCH_MINUTES = 5;
const ERASURE_MINUTES = 1;

const described = {
  deliverEvents: 'Sends the mails and publishes the events that the table tells of',
  deliverResetRequests: 'Does the same for requests of a password reset, which anybody can make',
};

const statement = (actions: string[], resource: string) => new PolicyStatement({ actions, resources: [resource] });

/**
 * From the table's stream to people and machines: mails, and events on the bus. What cannot be delivered after several
 * attempts leaves a record of its position in the stream in a queue, and an alarm reports it. The event itself stays in
 * the history of its account.
 */
export class EventsStack extends Stack {
  private readonly props: Props;
  private readonly bus: EventBus;
  private readonly undelivered: Queue;
  private readonly mails: IConfigurationSet | undefined;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    this.props = props;
    this.bus = new EventBus(this, 'Bus', { eventBusName: `${props.settings.stackName}-events` });
    this.undelivered = addUndelivered(this);
    this.mails = configurationSetFor(this, props.settings);
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
    const erasure = this.addErasure();
    addReturnedMails(this, { ...props, undelivered, set: this.mails, add: (named, is) => this.addFunction(named, is) });
    const told = addAlarmTopic(this, props.settings) ?? alarmTopic(this, props.settings);
    const watch = this.addWatch();
    addAlarms(this, { undelivered, deliveries, erasure, watch, namespace: props.settings.stackName, told });
  }

  private get telling(): Telling {
    return { ...this.props, bus: this.bus, configurationSet: this.mails?.configurationSetName };
  }

  private addDelivery(id: keyof typeof described, granted: Grants): OperationFunction {
    const { settings, stateful } = this.props;
    const { tableStreamArn = '' } = stateful.table;
    return this.addFunction(id, {
      description: described[id],
      environment: {
        ...tellingEnvironment(this.telling),
        APP: settings.stackName,
        RECOVERY_KEY_ARN: stateful.keyArns['bypass-code'],
      },
      statements: [
        ...mayTell(this, this.telling, granted),
        statement(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], tableStreamArn),
        statement(['dynamodb:ListStreams'], '*'),
        statement(['sqs:SendMessage'], this.undelivered.queueArn),
      ],
      wildcards: [
        { resource: '*', reason: 'Names of streams, and nothing in them: AWS knows no narrower resource for it' },
        ...mailWildcards(this, settings),
      ],
    });
  }

  private addFunction(
    id: string,
    props: Pick<OperationFunctionProps, 'description' | 'environment' | 'statements' | 'wildcards'>,
  ): OperationFunction {
    const { stackName, logRetentionDays } = this.props.settings;
    return new OperationFunction(this, id, {
      ...{ file: fileOf('events', id), memoryMiB: MEMORY_MIB, timeoutSeconds: 60, logRetentionDays },
      rolePath: rolePath(stackName),
      ...props,
    });
  }

  /** Every few minutes: checks what became of expired challenges. */
  private addWatch(): OperationFunction {
    const { settings, stateful } = this.props;
    const { tableArn, tableName } = stateful.table;
    const watch = this.addFunction('watchChallenges', {
      description: 'Alarms owners whose right password someone entered without going on',
      environment: {
        METRICS: settings.stackName,
        TABLE_NAME: tableName,
        SECURITY_SETTINGS: JSON.stringify(settings.security),
      },
      statements: statementsFor(watchGrants, { tableArn, keyArns: stateful.keyArns, app: settings.stackName }),
    });
    this.run(watch, 'WatchSchedule', WATCH_MINUTES, 'the next run looks at what this one missed');
    return watch;
  }

  /** Every minute: completes deletions. */
  private addErasure(): OperationFunction {
    const erasure = this.addFunction('eraseUsers', {
      description: 'Erases what is left of deleted users, and tells who has to know',
      environment: tellingEnvironment(this.telling),
      statements: mayTell(this, this.telling, eraseGrants),
      wildcards: mailWildcards(this, this.props.settings),
    });
    this.run(erasure, 'ErasureSchedule', ERASURE_MINUTES, 'the next run finds the same deletions');
    return erasure;
  }

  private run({ function: target }: OperationFunction, id: string, minutes: number, why: string): void {
    const rule = new Rule(this, id, {
      schedule: Schedule.rate(Duration.minutes(minutes)),
      targets: [new LambdaFunction(target, { retryAttempts: 0 })],
    });
    Validations.of(rule).acknowledge({
      id: 'Serverless-EventBusDLQ',
      reason: `It carries nothing that could be lost: ${why}`,
    });
  }
}
