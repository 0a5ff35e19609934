import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { RUNBOOK } from '../../../infra/monitoring/alarm.ts';
import { counts } from '../../../shared/adapters/counted-log.ts';
import { resourcesOf, synthesized } from '../templates.ts';

type Statement = { Effect: string; Action: string | string[]; Principal: { Service?: string | string[] } };
type Metric = { Namespace: string; MetricName: string; Dimensions?: unknown[] };
type Properties = Partial<Metric> & {
  AlarmDescription: string;
  AlarmActions?: unknown[];
  TreatMissingData: string;
  Metrics?: { MetricStat?: { Metric: Metric } }[];
};
const templates = synthesized({ alarms: { email: 'ops@acme.example' } });
const alarmsIn = (all: ReturnType<typeof synthesized>): [string, Properties][] =>
  [all.stateless, all.events].flatMap((template) =>
    Object.entries(resourcesOf(template))
      .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
      .map(([id, resource]): [string, Properties] => [id, resource.Properties as unknown as Properties]),
  );
const alarms = alarmsIn(templates);
const metricsOf = ({ Namespace, MetricName, Dimensions, Metrics = [] }: Properties): Metric[] => [
  ...(Namespace && MetricName ? [{ Namespace, MetricName, ...(Dimensions && { Dimensions }) }] : []),
  ...Metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : [])),
];
const metrics = alarms.flatMap(([, properties]) => metricsOf(properties));

describe('alarms', () => {
  it('say what they mean for people, and name a heading of the runbook that exists', () => {
    const runbook = readFileSync(new URL(`../../../${RUNBOOK}`, import.meta.url), 'utf8');
    const headings = [...runbook.matchAll(/^### (\w+)$/gm)].map(([, heading = '']) => heading.toLowerCase());
    const named = alarms.map(([, { AlarmDescription }]) => /Runbook: \S+#(\w+)$/.exec(AlarmDescription)?.[1]);
    expect(named.sort()).toEqual(headings.sort());
  });

  it('are not set off by silence', () => {
    for (const [, { TreatMissingData }] of alarms) expect(TreatMissingData).toBe('notBreaching');
  });

  it('reach the address of the settings, when they begin and when they end', () => {
    for (const [, properties] of alarms) expect(properties.AlarmActions).toHaveLength(1);
    templates.events.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'ops@acme.example',
    });
  });

  it('reach a topic of one’s own instead, and nobody where none is named', () => {
    const topicArn = 'arn:aws:sns:eu-central-1:123456789012:on-call';
    for (const [, { AlarmActions }] of alarmsIn(synthesized({ alarms: { topicArn } }))) {
      expect(AlarmActions).toEqual([topicArn]);
    }
    const silent = synthesized();
    for (const [, { AlarmActions }] of alarmsIn(silent)) expect(AlarmActions).toBeUndefined();
    silent.events.resourceCountIs('AWS::SNS::Topic', 0);
    silent.stateless.resourceCountIs('AWS::Events::Rule', 0);
  });

  it('may be published by CloudWatch and EventBridge, through a key that lets them', () => {
    const principals = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'];
    const grantedBy = (type: string, policy: string, action: string) =>
      Object.values(resourcesOf(templates.events))
        .filter(({ Type }) => Type === type)
        .flatMap(({ Properties }) => (Properties[policy] as unknown as { Statement: Statement[] }).Statement)
        .filter(({ Effect, Action }) => Effect === 'Allow' && [Action].flat().includes(action))
        .flatMap(({ Principal }) => [Principal.Service ?? []].flat())
        .sort();
    expect(grantedBy('AWS::KMS::Key', 'KeyPolicy', 'kms:GenerateDataKey*')).toEqual(principals);
    expect(grantedBy('AWS::SNS::TopicPolicy', 'PolicyDocument', 'sns:Publish')).toEqual(principals);
  });

  it('watch figures that log lines really carry, under the same name and without dimensions', () => {
    const own = metrics.filter(({ Namespace }) => Namespace === 'Sallyport');
    expect(own.length).toBeGreaterThan(7);
    for (const { MetricName, Dimensions } of own) {
      expect(Object.keys(counts)).toContain(MetricName);
      expect(Dimensions).toBeUndefined();
    }
    const functions = [templates.stateless, templates.events].flatMap((template) =>
      Object.values(resourcesOf(template)).filter(
        ({ Type, Properties }) => Type === 'AWS::Lambda::Function' && String(Properties.Runtime).startsWith('nodejs'),
      ),
    );
    for (const { Properties } of functions) {
      expect(Properties).toMatchObject({ Environment: { Variables: { METRICS: 'Sallyport' } } });
    }
  });

  it('watch AWS’s own metrics by the names that AWS gives them', () => {
    const names = metrics
      .filter(({ Namespace }) => Namespace !== 'Sallyport')
      .map((m) => `${m.Namespace} ${m.MetricName}`);
    expect([...new Set(names)].sort()).toEqual([
      'AWS/ApiGateway 5xx',
      'AWS/ApiGateway Latency',
      'AWS/DynamoDB ReadThrottleEvents',
      'AWS/DynamoDB WriteThrottleEvents',
      'AWS/Lambda Errors',
      'AWS/Lambda IteratorAge',
      'AWS/Lambda Throttles',
      'AWS/SQS ApproximateNumberOfMessagesVisible',
    ]);
  });

  it('compare wrong passwords with right ones even if there is not one right one', () => {
    const [, passwords] = alarms.find(([id]) => id.startsWith('PasswordsAlarm')) ?? [];
    expect(JSON.stringify(passwords?.Metrics)).toContain('FILL(accepted, 0)');
  });

  it('have a rule beside them that tells at once of a key that is disabled or will be deleted', () => {
    templates.stateless.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.kms'],
        detail: { eventName: ['DisableKey', 'ScheduleKeyDeletion'], resources: { ARN: Match.anyValue() } },
      },
    });
  });
});

describe('the dashboard', () => {
  it('shows the funnel, errors, latency, limits, dependencies and what costs, by metrics that exist', () => {
    const [dashboard] = Object.values(resourcesOf(templates.stateless)).filter(
      ({ Type }) => Type === 'AWS::CloudWatch::Dashboard',
    );
    const body = JSON.stringify(dashboard?.Properties.DashboardBody).replaceAll('\\', '');
    const shown = [...body.matchAll(/\["Sallyport","(\w+)"/g)].map(([, name = '']) => name);
    expect([...new Set(shown)].sort()).toEqual(Object.keys(counts).sort());
    for (const title of [
      'passwords',
      'second factor',
      'Errors',
      'Latency',
      'Guess limits',
      'Dependencies',
      'What costs',
    ]) {
      expect(body).toContain(title);
    }
  });
});
