import type { Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grants } from '../access/grant.ts';
import { statementsFor } from '../access/statements.ts';
import type { Settings } from '../settings.ts';
import type { StatefulStack } from '../stateful-stack.ts';

/* What functions need that send mail and publish to the bus. */

type Deployment = { stateful: StatefulStack; settings: Settings };

export const tellingEnvironment = ({ settings, stateful }: Deployment, bus: EventBus): Record<string, string> => ({
  TABLE_NAME: stateful.table.tableName,
  SECURITY_SETTINGS: JSON.stringify(settings.security),
  PRODUCT_NAME: settings.productName,
  ORIGIN: settings.origin,
  BUS_NAME: bus.eventBusName,
  ...(settings.mailFrom && { MAIL_FROM: settings.mailFrom }),
});

/** The domain that SES has verified, for any address in it. */
const identityArn = (stack: Stack, mailFrom: string): string =>
  stack.formatArn({ service: 'ses', resource: 'identity', resourceName: mailFrom.split('@')[1] ?? '' });

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
  ...(settings.mailFrom
    ? [new PolicyStatement({ actions: ['ses:SendEmail'], resources: [identityArn(stack, settings.mailFrom)] })]
    : []),
];
