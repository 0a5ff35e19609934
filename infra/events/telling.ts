import type { Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grants } from '../access/grant.ts';
import { statementsFor } from '../access/statements.ts';
import type { EdgeStack } from '../edge/edge-stack.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from '../stateful-stack.ts';

/* What functions need that send mail and publish to the bus. */

type Deployment = { stateful: StatefulStack; edge: Pick<EdgeStack, 'origin'>; settings: Settings };
type Mail = NonNullable<Settings['mail']>;

const mailEnvironment = (mail: Mail): Record<string, string> => ({
  MAIL_FROM: mail.from,
  ...(mail.region && { MAIL_REGION: mail.region }),
  ...(mail.configurationSet && { MAIL_CONFIGURATION_SET: mail.configurationSet }),
  ...(mail.identityArn && { MAIL_IDENTITY_ARN: mail.identityArn }),
  ...(mail.replyTo && { MAIL_REPLY_TO: mail.replyTo }),
  ...(mail.supportContact && { SUPPORT_CONTACT: mail.supportContact }),
});

export const tellingEnvironment = (
  { settings, stateful, edge }: Deployment,
  bus: EventBus,
): Record<string, string> => ({
  METRICS: settings.stackName,
  TABLE_NAME: stateful.table.tableName,
  SECURITY_SETTINGS: JSON.stringify(settings.security),
  PRODUCT_NAME: settings.productName,
  ORIGIN: edge.origin,
  BUS_NAME: bus.eventBusName,
  ...(settings.mail && mailEnvironment(settings.mail)),
});

/**
 * SES asks for permission on whatever identity it takes the sender for: the address, its domain or a parent of that,
 * and in the sandbox also on the recipient's. So the sender's address is what is granted.
 */
const maySendMail = (stack: Stack, { from, region, configurationSet, identityArn }: Mail): PolicyStatement => {
  const arnOf = (resource: string, resourceName: string): string =>
    stack.formatArn({ service: 'ses', ...(region && { region }), resource, resourceName });
  return new PolicyStatement({
    actions: ['ses:SendEmail'],
    resources: [
      arnOf('identity', '*'),
      ...(configurationSet ? [arnOf('configuration-set', configurationSet)] : []),
      ...(identityArn ? [identityArn] : []),
    ],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
  });
};

/** The statements of such a function: its grants, the bus, and mail if there is a sender. */
export const mayTell = (
  stack: Stack,
  { settings, stateful }: Deployment,
  bus: EventBus,
  granted: Grants,
): PolicyStatement[] => [
  ...statementsFor(granted, {
    tableArn: stateful.table.tableArn,
    keyArns: stateful.keyArns,
    app: settings.stackName,
  }),
  new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] }),
  ...(settings.mail ? [maySendMail(stack, settings.mail)] : []),
];
