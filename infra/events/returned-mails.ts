import type { Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
  type IConfigurationSet,
} from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { statementsFor } from '../access/statements.ts';
import type { OperationFunction, OperationFunctionProps } from '../operation-function.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from '../stateful/stateful-stack.ts';
import { returnGrants } from './grants.ts';

/** SES publishes only in its own region: where mail is sent from elsewhere, nothing comes back. */
const comesBack = ({ mail, region }: Settings): boolean =>
  mail !== undefined && (mail.region === undefined || mail.region === region);

/** By whose rules mails are sent: the named set, or one of this deployment's own. */
export const configurationSetFor = (stack: Stack, settings: Settings): IConfigurationSet | undefined => {
  const { mail } = settings;
  if (mail?.configurationSet !== undefined) {
    return ConfigurationSet.fromConfigurationSetName(stack, 'Mails', mail.configurationSet);
  }
  return comesBack(settings) ? new ConfigurationSet(stack, 'Mails') : undefined;
};

type Deployment = {
  settings: Settings;
  stateful: StatefulStack;
  set: IConfigurationSet | undefined;
  undelivered: Queue;
};
type Add = (
  id: string,
  is: Pick<OperationFunctionProps, 'description' | 'environment' | 'statements'>,
) => OperationFunction;

/**
 * Bounces, rejections and complaints come back, as events of the account's default bus: a function records them in the
 * history of the account that the mail was about.
 */
export const addReturnedMails = (
  stack: Stack,
  { settings, stateful, set, undelivered, add }: Deployment & { add: Add },
): void => {
  if (!set || !comesBack(settings)) return;
  const { keyArns, table } = stateful;
  const noting = add('noteReturnedMail', {
    description: 'Records mails that bounced, and complaints about them, in the history of the account',
    environment: {
      METRICS: settings.stackName,
      TABLE_NAME: table.tableName,
      SECURITY_SETTINGS: JSON.stringify(settings.security),
    },
    statements: [
      ...statementsFor(returnGrants, { tableArn: table.tableArn, keyArns, app: settings.stackName }),
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] }),
    ],
  });
  // What cannot be recorded after three tries is looked at with the other news that could not be delivered.
  new CfnEventInvokeConfig(stack, 'ReturnedMailsFailed', {
    functionName: noting.function.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: undelivered.queueArn } },
  });
  new ConfigurationSetEventDestination(stack, 'MailEvents', {
    configurationSet: set,
    destination: EventDestination.eventBus(EventBus.fromEventBusName(stack, 'DefaultBus', 'default')),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
  });
  new Rule(stack, 'ReturnedMails', {
    eventPattern: {
      source: ['aws.ses'],
      detailType: ['Email Bounced', 'Email Rejected', 'Email Complaint Received'],
      detail: { mail: { tags: { 'ses:configuration-set': [set.configurationSetName] } } },
    },
    targets: [new LambdaFunction(noting.function, { deadLetterQueue: undelivered })],
  });
};
