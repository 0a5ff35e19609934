import type { Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grants } from '../access/grant.ts';
import { statementsFor } from '../access/statements.ts';
import type { EdgeStack } from '../edge/edge-stack.ts';
import type { Wildcard } from '../operation-function.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from '../stateful/stateful-stack.ts';

/* What functions need that send mail and publish to the bus. */

export type Telling = {
  stateful: StatefulStack;
  edge: Pick<EdgeStack, 'origin'>;
  settings: Settings;
  bus: EventBus;
  /** By whose rules SES sends, and reports what came back. */
  configurationSet: string | undefined;
};
type Mail = NonNullable<Settings['mail']>;

const mailEnvironment = (mail: Mail, configurationSet: string | undefined): Record<string, string> => ({
  MAIL_FROM: mail.from,
  ...(mail.region && { MAIL_REGION: mail.region }),
  ...(configurationSet && { MAIL_CONFIGURATION_SET: configurationSet }),
  ...(mail.identityArn && { MAIL_IDENTITY_ARN: mail.identityArn }),
  ...(mail.replyTo && { MAIL_REPLY_TO: mail.replyTo }),
  ...(mail.supportContact && { SUPPORT_CONTACT: mail.supportContact }),
});

export const tellingEnvironment = ({
  settings,
  stateful,
  edge,
  bus,
  configurationSet,
}: Telling): Record<string, string> => ({
  METRICS: settings.stackName,
  TABLE_NAME: stateful.table.tableName,
  SECURITY_SETTINGS: JSON.stringify(settings.security),
  PRODUCT_NAME: settings.productName,
  ORIGIN: edge.origin,
  BUS_NAME: bus.eventBusName,
  ...(settings.mail && mailEnvironment(settings.mail, configurationSet)),
});

const arnOf = (stack: Stack, { region }: Mail, resource: string): string =>
  stack.formatArn({ service: 'ses', ...(region && { region }), resource });
const anyIdentity = (stack: Stack, mail: Mail): string => arnOf(stack, mail, 'identity/*');

/** The wildcards among a function's resources that mail takes, and why they are none. */
export const mailWildcards = (stack: Stack, { mail }: Settings): Wildcard[] =>
  mail
    ? [
        {
          resource: anyIdentity(stack, mail),
          reason: 'The sender’s address is what is granted, whatever SES takes it for',
        },
      ]
    : [];

/**
 * SES asks for permission on whatever identity it takes the sender for: the address, its domain or a parent of that,
 * and in the sandbox also on the recipient's. So the sender's address is what is granted.
 */
const maySendMail = (stack: Stack, mail: Mail, configurationSet: string | undefined): PolicyStatement => {
  const { from, identityArn } = mail;
  return new PolicyStatement({
    actions: ['ses:SendEmail'],
    resources: [
      anyIdentity(stack, mail),
      ...(configurationSet ? [arnOf(stack, mail, `configuration-set/${configurationSet}`)] : []),
      ...(identityArn ? [identityArn] : []),
    ],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
  });
};

/** The statements of such a function: its grants, the bus, and mail if there is a sender. */
export const mayTell = (
  stack: Stack,
  { settings, stateful, bus, configurationSet }: Telling,
  granted: Grants,
): PolicyStatement[] => [
  ...statementsFor(granted, {
    tableArn: stateful.table.tableArn,
    keyArns: stateful.keyArns,
    app: settings.stackName,
  }),
  new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] }),
  ...(settings.mail ? [maySendMail(stack, settings.mail, configurationSet)] : []),
];
