import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addStacks } from '../../infra/stacks.ts';

// Skips three seconds of checks against CloudFormation's rules each time: `npm run synth` and nag.test.ts run them.
process.env.CDK_VALIDATION = 'false';

type Context = Record<string, unknown>;
const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  context: Context & { settings: Context };
};

export type Resources = Record<
  string,
  {
    Type: string;
    Properties: Record<string, never>;
    DependsOn?: string[];
    DeletionPolicy?: string;
    UpdateReplacePolicy?: string;
  }
>;

/** The app with its stacks, as `cdk synth` has it, but without bundling. `changed`: settings unlike those of cdk.json. */
export const unbundledApp = (changed: Context = {}, added: Context = {}) => {
  const settings = { ...context.settings, ...changed };
  const app = new App({ context: { ...context, ...added, settings, 'aws:cdk:bundling-stacks': [] } });
  return { app, ...addStacks(app) };
};

/** The templates, without bundling the functions: tests of their facts then take no time. */
export const synthesized = (changed: Context = {}) => {
  const { stateful, stateless, events, edge, pages, wall } = unbundledApp(changed);
  return {
    stateful: Template.fromStack(stateful),
    stateless: Template.fromStack(stateless),
    events: Template.fromStack(events),
    edge: Template.fromStack(edge),
    pages: Template.fromStack(pages),
    ...(wall && { wall: Template.fromStack(wall) }),
  };
};

export const resourcesOf = (template: Template): Resources => template.toJSON().Resources as Resources;
