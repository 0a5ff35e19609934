import { describe, expect, it } from 'vitest';
import { operationList } from '../../shared/contract/operations.ts';
import { resourcesOf, synthesized } from './templates.ts';

const { stateless } = synthesized({ rollout: {} });
const resources = Object.entries(resourcesOf(stateless));
const ofType = (type: string) => resources.filter(([, { Type }]) => Type === type);
const signIn = operationList.filter(({ area }) => area === 'sign-in');

describe('a slow roll-out', () => {
  it('gives new versions of everything behind sign-in a tenth of the requests for five minutes', () => {
    expect(ofType('AWS::Lambda::Alias')).toHaveLength(signIn.length);
    expect(ofType('AWS::CodeDeploy::DeploymentGroup')).toHaveLength(signIn.length);
    stateless.hasResourceProperties('AWS::CodeDeploy::DeploymentConfig', {
      TrafficRoutingConfig: {
        Type: 'TimeBasedCanary',
        TimeBasedCanary: { CanaryInterval: 5, CanaryPercentage: 10 },
      },
    });
  });

  it('is what the API calls: each route of sign-in leads to the alias', () => {
    const integrations = ofType('AWS::ApiGatewayV2::Integration').map(([, { Properties }]) =>
      JSON.stringify(Properties.IntegrationUri),
    );
    const aliases = ofType('AWS::Lambda::Alias').map(([id]) => id);
    for (const alias of aliases)
      expect(
        integrations.some((uri) => uri.includes(alias)),
        alias,
      ).toBe(true);
  });

  it('goes back by itself if people get errors', () => {
    const alarms = ['ServerErrorsAlarm', 'InternalErrorsAlarm', 'UnavailableAlarm'];
    for (const [, { Properties }] of ofType('AWS::CodeDeploy::DeploymentGroup')) {
      const named = JSON.stringify(Properties.AlarmConfiguration);
      for (const alarm of alarms) expect(named).toContain(alarm);
      expect(Properties.AutoRollbackConfiguration).toMatchObject({ Enabled: true });
      expect(JSON.stringify(Properties.AutoRollbackConfiguration)).toContain('DEPLOYMENT_STOP_ON_ALARM');
    }
  });

  it('doubles no role, and leaves room in the stack', () => {
    const roles = (template: typeof stateless) =>
      Object.values(resourcesOf(template)).filter(({ Type }) => Type === 'AWS::IAM::Role').length;
    expect(roles(stateless)).toBe(roles(synthesized().stateless) + 1);
    expect(resources.length).toBeLessThan(450);
  });

  it('is there only if it is wanted', () => {
    expect(JSON.stringify(synthesized().stateless.toJSON())).not.toContain('CodeDeploy');
    expect(() => synthesized({ rollout: { minute: 5 } })).toThrow('do you mean minutes?');
  });
});
