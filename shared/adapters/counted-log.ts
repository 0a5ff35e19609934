import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

/*
 * The figures that alarms watch, out of the log lines that exist: CloudWatch's embedded metric format makes a metric of
 * each name listed, without a call and without an agent.
 */

/** Every figure, with what it counts. All are counts of lines, without dimensions: each costs money by the month. */
export const counts = {
  PasswordAccepted: 'a sign-in with the right password, whether or not a second factor follows',
  PasswordRefused: 'a sign-in with a wrong password, or for an address without an account',
  SecondFactorAccepted: 'a challenge answered with the right code',
  SecondFactorRefused: 'a challenge answered with a wrong or used code: the password was right',
  Limited: 'a request refused by a guess limit',
  SourceLimited: 'of those, the ones refused since their source address has to wait',
  InternalError: 'a request that failed for a reason that the product does not know',
  Unavailable: 'a request that failed since AWS did, or too much was changing at once',
  KmsFailed: 'of the failed ones, those that failed at KMS',
  ForgedEdge: 'a request whose secret of the edge is wrong: guessed, or left from before a rotation',
  MailRefused: 'a mail that SES refused',
  MailReturned: 'a mail that bounced, or that its reader complained about',
} as const;
export type Count = keyof typeof counts;

const secondFactors = new Set(['signInTotp', 'signInRecoveryCode', 'signInBypassCode']);

/** What a line counts as. */
export const countsOf = (line: Record<string, unknown>): Count[] => {
  const { operation, outcome, reason, edge, error } = line;
  const { call } = (error ?? {}) as { call?: string };
  const isSecond = secondFactors.has(String(operation));
  const counted: [boolean, Count][] = [
    [operation === 'signIn' && outcome === 'ok', 'PasswordAccepted'],
    [operation === 'signIn' && outcome === 'credentials_invalid', 'PasswordRefused'],
    [isSecond && outcome === 'ok', 'SecondFactorAccepted'],
    [isSecond && outcome === 'code_invalid', 'SecondFactorRefused'],
    [outcome === 'too_many_attempts', 'Limited'],
    [reason === 'source_limit', 'SourceLimited'],
    [outcome === 'internal', 'InternalError'],
    [outcome === 'temporarily_unavailable', 'Unavailable'],
    [String(call).startsWith('KMS '), 'KmsFailed'],
    [edge === 'forged', 'ForgedEdge'],
    [outcome === 'mail_refused', 'MailRefused'],
    [outcome === 'mail_returned', 'MailReturned'],
  ];
  return counted.filter(([holds]) => holds).map(([, name]) => name);
};

/** Adds to a line what makes CloudWatch count it. `namespace`: the deployment's name; without one, nothing is counted. */
export const countedLog =
  (log: Log, clock: Clock, namespace: string | undefined): Log =>
  (line) => {
    const names = namespace === undefined ? [] : countsOf(line);
    if (names.length === 0) return log(line);
    const Metrics = names.map((Name) => ({ Name, Unit: 'Count' }));
    log({
      ...line,
      ...Object.fromEntries(names.map((name) => [name, 1])),
      _aws: {
        Timestamp: clock.now(),
        CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [[]], Metrics }],
      },
    });
  };
