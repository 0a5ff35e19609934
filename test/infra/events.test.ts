import { describe, expect, it } from 'vitest';
import { deliveryGrants, watchGrants } from '../../infra/events/grants.ts';
import { resetGrants } from '../../infra/events/reset-grants.ts';
import { resourcesOf, synthesized } from './templates.ts';

const { events } = synthesized({ mail: { from: 'no-reply@mail.example.org' } });
const { events: silent } = synthesized();

type Statement = { Action: string | string[]; Resource: unknown };
const actionsOf = (template: typeof events): string[] =>
  Object.values(resourcesOf(template))
    .filter(({ Type }) => Type === 'AWS::IAM::Role')
    .flatMap(({ Properties }) => (Properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[])
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action }) => Action);

describe('the delivery of events', () => {
  it('is fed by the table’s stream, with partial batch failures, bisecting, bounded retries and a queue for the rest', () => {
    events.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      // Order is kept for each partition key; a flood for one account does not hold up the others.
      ParallelizationFactor: 10,
      BatchSize: 10,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 20,
      MaximumRecordAgeInSeconds: 43_200,
      StartingPosition: 'TRIM_HORIZON',
    });
    events.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 1,
      TreatMissingData: 'notBreaching',
    });
    events.hasResourceProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
  });

  it('has a separate function for what strangers cause, so that a flood of it holds up no one’s mails', () => {
    const mappings = Object.values(resourcesOf(events)).filter(
      ({ Type }) => Type === 'AWS::Lambda::EventSourceMapping',
    );
    const patterns = mappings.map(({ Properties }) => JSON.stringify(Properties.FilterCriteria));
    expect(patterns.map((pattern) => pattern.includes('RESET#'))).toEqual([false, true]);
    expect(patterns.map((pattern) => pattern.includes('EVENT#'))).toEqual([true, false]);
    expect(new Set(mappings.map(({ Properties }) => JSON.stringify(Properties.FunctionName))).size).toBe(2);
    expect(new Set(mappings.map(({ Properties }) => JSON.stringify(Properties.DestinationConfig))).size).toBe(1);
  });

  it('is watched: both functions for delays, mails for refusals, erasures for failures', () => {
    const ofType = (type: string) => Object.entries(resourcesOf(events)).filter(([, { Type }]) => Type === type);
    const late = ofType('AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => Properties.MetricName === 'IteratorAge',
    );
    expect(late.map(([, { Properties }]) => Properties)).toMatchObject([
      { Threshold: 300_000, Statistic: 'Maximum' },
      { Threshold: 300_000, Statistic: 'Maximum' },
    ]);
    expect(new Set(late.map(([, { Properties }]) => JSON.stringify(Properties.Dimensions))).size).toBe(2);
    events.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...{ MetricName: 'Errors', Statistic: 'Sum', Threshold: 3, Period: 900 },
    });
    events.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...{ MetricName: 'MailRefused', Namespace: 'Sallyport', Statistic: 'Sum', Threshold: 1 },
    });
  });

  it('may do what its row says, read the stream, send mail from the one address, publish to the one bus', () => {
    const rows = [deliveryGrants, resetGrants, watchGrants];
    const table = rows.flatMap(({ table: granted = {} }) => Object.values(granted).flat());
    const marks = rows.some((row) => row.marks) ? ['UpdateItem'] : [];
    const keys = rows.flatMap(({ secrets = {} }) => Object.values(secrets).flat());
    const others = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    expect(new Set(actionsOf(events))).toEqual(
      new Set([
        ...[...table, ...marks, ...others].map((action) => `dynamodb:${action}`),
        ...keys.map((action) => `kms:${action}`),
        ...['logs:CreateLogStream', 'logs:PutLogEvents', 'sqs:SendMessage', 'events:PutEvents', 'ses:SendEmail'],
      ]),
    );
    events.resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('may send from the one address, whichever identity SES takes it for, in its sandbox, too', () => {
    const mail = { from: 'no-reply@mail.example.org', region: 'eu-west-1', configurationSet: 'auth' };
    const statements = (template: typeof events) =>
      Object.values(resourcesOf(template))
        .filter(({ Type }) => Type === 'AWS::IAM::Role')
        .flatMap(({ Properties }) => (Properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[])
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .filter(({ Action }) => Action === 'ses:SendEmail');
    const onlyFrom = { StringEquals: { 'ses:FromAddress': mail.from } };
    expect(statements(events)).toHaveLength(3);
    for (const statement of statements(events)) expect(statement).toMatchObject({ Condition: onlyFrom });
    expect(JSON.stringify(statements(events)[0]?.Resource)).toMatch(/:identity\/\*"/);
    const [there] = statements(synthesized({ mail }).events);
    expect(there).toMatchObject({ Condition: onlyFrom });
    const resources = JSON.stringify(there?.Resource);
    for (const part of [':ses:eu-west-1:', ':identity/*"', ':configuration-set/auth"'])
      expect(resources).toContain(part);
  });

  it('tells its functions how mail is sent', () => {
    const identityArn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.org';
    const mail = { from: 'a@example.org', region: 'eu-west-1', configurationSet: 'auth', identityArn };
    const { events: told } = synthesized({
      mail: { ...mail, replyTo: 'b@example.org', supportContact: 'c@example.org' },
    });
    told.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          ...{ MAIL_FROM: 'a@example.org', MAIL_REGION: 'eu-west-1', MAIL_CONFIGURATION_SET: 'auth' },
          ...{ MAIL_IDENTITY_ARN: identityArn, MAIL_REPLY_TO: 'b@example.org', SUPPORT_CONTACT: 'c@example.org' },
        },
      },
    });
  });

  it('checks every five minutes for unanswered challenges', () => {
    events.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(5 minutes)' });
  });

  it('sends no mail, and may not, if no address is set', () => {
    expect(actionsOf(silent)).not.toContain('ses:SendEmail');
    expect(JSON.stringify(resourcesOf(silent))).not.toContain('MAIL_FROM');
    expect(JSON.stringify(resourcesOf(events))).toContain('MAIL_FROM');
  });
});
