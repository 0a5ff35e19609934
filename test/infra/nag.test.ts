import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { unbundledApp } from './templates.ts';

const everything = {
  mail: { from: 'no-reply@mail.example.org', configurationSet: 'auth' },
  alarms: { email: 'ops@acme.example' },
  backupDays: 90,
  firewall: {},
  edgeLogs: true,
  rollout: {},
};

describe.each([
  ['as it comes', {}],
  ['with everything that is optional', everything],
  ['of the stage dev', { stage: 'dev' }],
  ['with mail from a known region and account', { ...everything, region: 'eu-central-1', account: '123456789012' }],
])('cdk-nag on a deployment %s', (_, settings) => {
  const { app } = unbundledApp(settings);
  app.synth();

  it.each([
    ['AwsSolutions', new AwsSolutionsChecks(app)],
    ['Serverless', new ServerlessChecks(app)],
  ])('%s has no findings except those acknowledged with a reason', (__, pack) => {
    const { violations } = pack.validateScope(app);
    expect(violations.map(({ ruleName, description }) => `${ruleName}: ${description}`)).toEqual([]);
  });
});
