import { describe, expect, it } from 'vitest';
import type { Grants } from '../../infra/access/grant.ts';
import { grants } from '../../infra/access/grants.ts';
import { statementsFor } from '../../infra/access/statements.ts';
import { deliveryGrants, watchGrants } from '../../infra/events/grants.ts';
import { resetGrants } from '../../infra/events/reset-grants.ts';
import { allowing } from '../../local/iam/evaluate.ts';
import type { Statement } from '../../local/iam/policies.ts';
import { operationList } from '../../shared/contract/operations.ts';

/*
 * What someone with the credentials of one function could do: asked of the policies themselves, through the evaluator
 * that the local cloud enforces them with.
 */

const TABLE = 'arn:aws:dynamodb:eu-west-1:123456789012:table/T';
const keyArns = { 'totp-secret': 'key/totp', 'recovery-code': 'key/codes', 'bypass-code': 'key/codes' };
const all: Record<string, Grants> = {
  ...grants,
  deliverEvents: deliveryGrants,
  deliverResetRequests: resetGrants,
  watchChallenges: watchGrants,
};
const listed = (value: string | string[] | undefined): string[] => [value ?? []].flat();
const policyOf = (granted: Grants): Statement[] =>
  statementsFor(granted, { tableArn: TABLE, keyArns, app: 'Sallyport' }).map((statement) => {
    const { Effect, Action, Resource, Condition = {} } = statement.toStatementJson();
    const conditions = Object.entries(Condition as Record<string, Record<string, string | string[]>>).map(
      ([operator, keys]) => [
        operator,
        Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, listed(value)])),
      ],
    );
    return {
      ...{ effect: Effect, actions: listed(Action), resources: listed(Resource) },
      conditions: Object.fromEntries(conditions),
    };
  });
const policies = Object.entries(all).map(([name, granted]) => [name, policyOf(granted)] as const);

type Write = [action: string, partition: string, attributes?: string[]];
const may = (policy: Statement[], [action, partition, attributes = ['pk', 'sk', 'anything']]: Write): boolean =>
  allowing(policy, {
    action: `dynamodb:${action}`,
    resource: TABLE,
    context: { 'dynamodb:LeadingKeys': [`${partition}victim`], 'dynamodb:Attributes': attributes },
  }) !== undefined;
/** Every function that may do all of these for any user. */
const whoMay = (...writes: Write[]): string[] =>
  policies.filter(([, policy]) => writes.every((write) => may(policy, write))).map(([name]) => name);
const whoMayEither = (...writes: Write[]): string[] => [...new Set(writes.flatMap((write) => whoMay(write)))];

/** Operations that, to the caller, only read: their credentials must not be able to change what they read. */
const reading = operationList.filter(({ method }) => method === 'GET').map(({ id }) => id);

describe('with the credentials of one function', () => {
  const dangers: [string, () => string[]][] = [
    ['makes a session that counts', () => whoMay(['PutItem', 'SESSION#'], ['UpdateItem', 'USER#'])],
    ['promotes a session', () => whoMay(['UpdateItem', 'SESSION#', ['pk', 'sk', 'secondFactorConfirmed']])],
    ['writes a profile, and so permissions', () => whoMayEither(['UpdateItem', 'USER#'], ['PutItem', 'USER#'])],
    ['swaps a secret', () => whoMayEither(['UpdateItem', 'FACTOR#'], ['PutItem', 'FACTOR#'])],
    ['swaps recovery codes', () => whoMayEither(['UpdateItem', 'CODES#'], ['PutItem', 'CODES#'])],
    ['sets a password', () => whoMayEither(['UpdateItem', 'EMAIL#'], ['PutItem', 'EMAIL#'])],
    ['makes a link that sets a password', () => whoMay(['PutItem', 'TOKEN#'])],
    ['rewrites history', () => whoMay(['UpdateItem', 'EVENT#'])],
  ];

  it.each(dangers)('no function that only reads %s', (_, who) => {
    expect(who().filter((name) => reading.includes(name))).toEqual([]);
  });

  it('no one can promote a session by editing it, or rewrite history', () => {
    expect(whoMay(['UpdateItem', 'SESSION#', ['pk', 'sk', 'secondFactorConfirmed']])).toEqual([]);
    expect(whoMay(['UpdateItem', 'SESSION#', ['pk', 'sk', 'lastSeenAt', 'identityConfirmedAt']])).toEqual([]);
    expect(whoMay(['UpdateItem', 'EVENT#'])).toEqual([]);
    expect(whoMay(['UpdateItem', 'SESSION#', ['pk', 'sk', 'lastSeenAt']])).toContain('getAccount');
  });

  it('a link is created only by functions that hand one out', () => {
    expect(whoMay(['PutItem', 'TOKEN#']).toSorted()).toEqual([
      'createUser',
      'deliverEvents',
      'deliverResetRequests',
      'inviteAgain',
      'reportNotMe',
    ]);
  });

  it('a password is set only by functions that set one, renew its hash, create an account, or move it', () => {
    expect(whoMayEither(['UpdateItem', 'EMAIL#'], ['PutItem', 'EMAIL#']).toSorted()).toEqual([
      'changePassword',
      'changeUserEmail',
      'confirmEmailChange',
      'createUser',
      'reportNotMe',
      'setPassword',
      'signIn',
    ]);
  });

  it('a secret is swapped only by functions that compare with it, replace it, or give it a bypass code', () => {
    expect(whoMay(['PutItem', 'FACTOR#'])).toEqual(['confirmTwoFactorSetup']);
    expect(whoMay(['UpdateItem', 'FACTOR#']).toSorted()).toEqual([
      'confirmIdentity',
      'issueBypassCode',
      'liftWaits',
      'signIn',
      'signInBypassCode',
      'signInRecoveryCode',
      'signInTotp',
    ]);
  });

  it('the functions that deliver events can neither sign in nor change an account', () => {
    for (const partition of ['USER#', 'SESSION#', 'FACTOR#', 'CODES#', 'EMAIL#', 'ADMINS#', 'ORG#']) {
      for (const action of ['PutItem', 'UpdateItem', 'DeleteItem']) {
        expect(whoMay([action, partition]).filter((name) => name.startsWith('deliver'))).toEqual([]);
      }
    }
  });
});
