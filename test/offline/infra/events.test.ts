import { describe, expect, it } from 'vitest';
import { deliveryGrants, watchGrants } from '../../../infra/events/grants.ts';
import { resourcesOf, synthesized } from './templates.ts';

const { events } = synthesized({ mailFrom: 'no-reply@mail.example.org' });
const { events: silent } = synthesized({ mailFrom: undefined });

type Statement = { Action: string | string[]; Resource: unknown };
const actionsOf = (template: typeof events): string[] =>
  Object.values(resourcesOf(template))
    .filter(({ Type }) => Type === 'AWS::IAM::Role')
    .flatMap(({ Properties }) => (Properties.Policies ?? []) as { PolicyDocument: { Statement: Statement[] } }[])
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action }) => Action);

describe('the delivery of events', () => {
  it('is fed by the table’s stream, with partial batch failures, bisecting, bounded retries and a queue for the rest', () => {
    events.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
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

  it('may do what its row says, read the stream, send mail from the one domain, publish to the one bus', () => {
    const table = [deliveryGrants, watchGrants].flatMap(({ table: granted = {} }) => Object.values(granted).flat());
    const others = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    expect(new Set(actionsOf(events))).toEqual(
      new Set([
        ...[...table, ...others].map((action) => `dynamodb:${action}`),
        ...['logs:CreateLogStream', 'logs:PutLogEvents', 'sqs:SendMessage', 'events:PutEvents', 'ses:SendEmail'],
      ]),
    );
    expect(JSON.stringify(resourcesOf(events))).toContain(':identity/mail.example.org');
    events.resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('looks every five minutes at challenges that nobody answered', () => {
    events.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(5 minutes)' });
  });

  it('sends no mail, and may not, where no address is set', () => {
    expect(actionsOf(silent)).not.toContain('ses:SendEmail');
    expect(JSON.stringify(resourcesOf(silent))).not.toContain('MAIL_FROM');
    expect(JSON.stringify(resourcesOf(events))).toContain('MAIL_FROM');
  });
});
