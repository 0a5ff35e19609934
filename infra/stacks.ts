import { type App, Tags } from 'aws-cdk-lib';
import { EdgeStack } from './edge/edge-stack.ts';
import { EventsStack } from './events/events-stack.ts';
import { readSettings } from './settings.ts';
import { StatefulStack } from './stateful-stack.ts';
import { StatelessStack } from './stateless-stack.ts';

/** The whole deployment, as the app's context describes it. */
export const addStacks = (app: App) => {
  const settings = readSettings(app.node);
  // The table and keys are created where the caller's credentials point; all stacks go to the same place.
  const env = {
    ...(process.env.CDK_DEFAULT_ACCOUNT && { account: process.env.CDK_DEFAULT_ACCOUNT }),
    ...(process.env.CDK_DEFAULT_REGION && { region: process.env.CDK_DEFAULT_REGION }),
  };
  const stateful = new StatefulStack(app, `${settings.stackName}-Stateful`, {
    env,
    settings,
    terminationProtection: true,
    description: `${settings.productName}: users, recovery codes, login records and the keys that seal secrets`,
  });
  const stateless = new StatelessStack(app, `${settings.stackName}-Api`, {
    env,
    stateful,
    settings,
    description: `${settings.productName}: the API and its functions`,
  });
  const events = new EventsStack(app, `${settings.stackName}-Events`, {
    env,
    stateful,
    settings,
    description: `${settings.productName}: mails, and events for whoever listens`,
  });
  // Readers are deployed before writers: a new kind of event has to be understood before it occurs.
  stateless.addDependency(events);
  const edge = new EdgeStack(app, `${settings.stackName}-Edge`, {
    env,
    api: stateless.api,
    originSecret: stateless.originSecret,
    settings,
    description: `${settings.productName}: the pages, and one origin for them and the API`,
  });
  Tags.of(app).add('application', settings.productName);
  return { stateful, stateless, events, edge };
};
