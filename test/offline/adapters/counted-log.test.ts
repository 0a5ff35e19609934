import { describe, expect, it } from 'vitest';
import { type Count, countedLog, counts, countsOf } from '../../../shared/adapters/counted-log.ts';

const clock = { now: () => 1_764_000_000_000 };
const lines: Record<Count, Record<string, unknown>> = {
  PasswordAccepted: { operation: 'signIn', outcome: 'ok', status: 200, result: 'challenge' },
  PasswordRefused: { operation: 'signIn', outcome: 'credentials_invalid', status: 401, reason: 'wrong_password' },
  SecondFactorAccepted: { operation: 'signInTotp', outcome: 'ok', status: 200 },
  SecondFactorRefused: { operation: 'signInRecoveryCode', outcome: 'code_invalid', status: 401 },
  Limited: { operation: 'signIn', outcome: 'too_many_attempts', status: 429 },
  SourceLimited: { operation: 'signIn', outcome: 'too_many_attempts', status: 429, reason: 'source_limit' },
  InternalError: { operation: 'getAccount', outcome: 'internal', status: 500 },
  Unavailable: { operation: 'getAccount', outcome: 'temporarily_unavailable', status: 503 },
  KmsFailed: { operation: 'signInTotp', outcome: 'internal', status: 500, error: { call: 'KMS Decrypt' } },
  ForgedEdge: { operation: 'getHealth', outcome: 'ok', status: 200, edge: 'forged' },
  MailReturned: { operation: 'noteReturnedMail', outcome: 'mail_returned', mail: 'newDevice' },
  MailRefused: { operation: 'deliverEvents', outcome: 'mail_refused', mail: 'newDevice' },
};

describe('a line in the log', () => {
  it.each(Object.keys(counts) as Count[])('counts as %s', (name) => {
    expect(countsOf(lines[name])).toContain(name);
  });

  it('that nobody watches counts as nothing, and stays as it is', () => {
    const written: object[] = [];
    const line = { operation: 'getAccount', outcome: 'ok', status: 200 };
    countedLog((each) => void written.push(each), clock, 'Auth')(line);
    expect(written).toEqual([line]);
  });

  it('becomes a metric without dimensions, in the namespace of the deployment', () => {
    const written: object[] = [];
    countedLog((each) => void written.push(each), clock, 'Auth')(lines.SourceLimited);
    const names = ['Limited', 'SourceLimited'];
    expect(written).toEqual([
      {
        ...lines.SourceLimited,
        ...{ Limited: 1, SourceLimited: 1 },
        _aws: {
          Timestamp: clock.now(),
          CloudWatchMetrics: [
            { Namespace: 'Auth', Dimensions: [[]], Metrics: names.map((Name) => ({ Name, Unit: 'Count' })) },
          ],
        },
      },
    ]);
  });

  it('is counted nowhere without a namespace', () => {
    const written: object[] = [];
    countedLog((each) => void written.push(each), clock, undefined)(lines.MailRefused);
    expect(written).toEqual([lines.MailRefused]);
  });
});
