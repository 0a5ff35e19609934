import { type App, Tags } from 'aws-cdk-lib';
import { EdgeStack } from './edge/edge-stack.ts';
import { FirewallStack } from './edge/firewall-stack.ts';
import { PagesStack } from './edge/pages-stack.ts';
import { EventsStack } from './events/events-stack.ts';
import { readSettings } from './settings.ts';
import { StatefulStack } from './stateful/stateful-stack.ts';
import { StatelessStack } from './stateless-stack.ts';

/** Where CloudFront's web ACLs are, wherever the rest is. */
const FIREWALL_REGION = 'us-east-1';

/** The whole deployment, as the app's context describes it. */
export const addStacks = (app: App) => {
  const settings = readSettings(app.node);
  const { stackName, productName, account, region } = settings;
  // Never where the caller's credentials happen to point: what is not named is known only at deployment.
  const env = { ...(account && { account }), ...(region && { region }) };
  const isProduction = settings.stage === 'production';
  const stateful = new StatefulStack(app, `${stackName}-Stateful`, {
    ...{ env, settings, terminationProtection: isProduction },
    description: `${productName}: users, recovery codes, login records and the keys that seal secrets`,
  });
  const { firewall } = settings;
  const wall =
    firewall &&
    new FirewallStack(app, `${stackName}-Firewall`, {
      ...{ env: { ...env, region: FIREWALL_REGION }, settings, firewall },
      description: `${productName}: the web ACL in front of the distribution`,
    });
  // Elsewhere, a reference would cross regions: the settings name the output instead.
  const webAclArn = region === FIREWALL_REGION ? (wall?.webAclArn ?? settings.webAclArn) : settings.webAclArn;
  // Before everything that has links in it: without a certificate, they begin with the distribution's own name.
  const edge = new EdgeStack(app, `${stackName}-Edge`, {
    ...{ env, settings, webAclArn },
    description: `${productName}: one origin for the pages and the API`,
  });
  const events = new EventsStack(app, `${stackName}-Events`, {
    ...{ env, stateful, edge, settings },
    description: `${productName}: mails, and events for whoever listens`,
  });
  const stateless = new StatelessStack(app, `${stackName}-Api`, {
    ...{ env, stateful, edge, settings },
    description: `${productName}: the functions of the API`,
  });
  const pages = new PagesStack(app, `${stackName}-Pages`, {
    ...{ env, edge, settings },
    description: `${productName}: the pages`,
  });
  // Readers are deployed before writers: a new kind of event has to be understood before it occurs.
  stateless.addStackDependency(events);
  // What new pages call is there before them; old pages get along with a new API.
  pages.addStackDependency(stateless);
  // Tags take fewer characters than the names of companies have.
  Tags.of(app).add('application', stackName);
  return { ...(wall && { wall }), stateful, stateless, events, edge, pages };
};
