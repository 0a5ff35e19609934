import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { unbundledApp } from './templates.ts';

describe('cdk-nag', () => {
  const { app } = unbundledApp();
  app.synth();

  it.each([
    ['AwsSolutions', new AwsSolutionsChecks(app)],
    ['Serverless', new ServerlessChecks(app)],
  ])('%s has no findings except those acknowledged with a reason', (_, pack) => {
    const { violations } = pack.validateScope(app);
    expect(violations.map(({ ruleName, description }) => `${ruleName}: ${description}`)).toEqual([]);
  });
});
