import { describe, expect, it } from 'vitest';
import { allowing } from '../../../local/iam/evaluate.ts';
import type { Statement } from '../../../local/iam/policies.ts';
import { accessRequests } from '../../../local/iam/requests.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/T';
const keys = { table: 'pk', indexes: { gsi1: 'gsi1pk' } };
const allow = (given: Partial<Statement> = {}): Statement => ({
  effect: 'Allow',
  actions: ['dynamodb:GetItem'],
  resources: [TABLE],
  conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['USER#*'] } },
  ...given,
});
const getItem = (pk: string) =>
  accessRequests('dynamodb', 'GetItem', JSON.stringify({ TableName: 'T', Key: { pk: { S: pk } } }), keys)[0] as never;

describe('policies are evaluated as IAM does', () => {
  it('allows what a statement names', () => {
    expect(allowing([allow()], getItem('USER#1'))).toBeDefined();
  });

  it('denies by default: another action, resource or partition', () => {
    expect(allowing([allow({ actions: ['dynamodb:Query'] })], getItem('USER#1'))).toBeUndefined();
    expect(allowing([allow({ resources: [`${TABLE}2`] })], getItem('USER#1'))).toBeUndefined();
    expect(allowing([allow()], getItem('EMAIL#1'))).toBeUndefined();
    expect(allowing([], getItem('USER#1'))).toBeUndefined();
  });

  it('denies what any statement denies', () => {
    expect(allowing([allow(), allow({ effect: 'Deny', actions: ['dynamodb:*'] })], getItem('USER#1'))).toBeUndefined();
  });

  it('does not treat a pattern as a regular expression', () => {
    expect(
      allowing([allow({ resources: ['arn:aws:dynamodb:us-east-1:000000000000:table.T'] })], getItem('USER#1')),
    ).toBeUndefined();
  });

  it('refuses a condition that it does not understand', () => {
    expect(() =>
      allowing([allow({ conditions: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } } })], getItem('USER#1')),
    ).toThrow('IpAddress');
  });

  it('needs the encryption context that the statement names', () => {
    const kms: Statement = {
      effect: 'Allow',
      actions: ['kms:Decrypt'],
      resources: ['key'],
      conditions: { StringEquals: { 'kms:EncryptionContext:purpose': ['totp-secret'] } },
    };
    const decrypt = (EncryptionContext: object) =>
      accessRequests('kms', 'Decrypt', JSON.stringify({ KeyId: 'key', EncryptionContext }), keys)[0] as never;
    expect(allowing([kms], decrypt({ purpose: 'totp-secret', userId: 'a' }))).toBeDefined();
    expect(allowing([kms], decrypt({ purpose: 'recovery-code' }))).toBeUndefined();
    expect(allowing([kms], decrypt({}))).toBeUndefined();
  });
});

describe('a call in terms of IAM', () => {
  it('of a transaction is each of its parts', () => {
    const body = {
      TransactItems: [
        { Put: { TableName: 'T', Item: { pk: { S: 'USER#1' } } } },
        { ConditionCheck: { TableName: 'T', Key: { pk: { S: 'ORG#1' } } } },
      ],
    };
    const requests = accessRequests('dynamodb', 'TransactWriteItems', JSON.stringify(body), keys);
    expect(requests.map(({ action, context }) => [action, context['dynamodb:LeadingKeys']])).toEqual([
      ['dynamodb:PutItem', ['USER#1']],
      ['dynamodb:ConditionCheckItem', ['ORG#1']],
    ]);
  });

  it('of a query on an index is on the index, with the partition that it asks for', () => {
    const body = {
      TableName: 'T',
      IndexName: 'gsi1',
      KeyConditionExpression: '#p = :p AND sk BETWEEN :a AND :b',
      ExpressionAttributeNames: { '#p': 'gsi1pk' },
      ExpressionAttributeValues: { ':p': { S: 'ORG#1' } },
    };
    expect(accessRequests('dynamodb', 'Query', JSON.stringify(body), keys)).toEqual([
      { action: 'dynamodb:Query', resource: `${TABLE}/index/gsi1`, context: { 'dynamodb:LeadingKeys': ['ORG#1'] } },
    ]);
  });

  it('of a batch is one request, and a condition has to hold for every key of it', () => {
    const body = { RequestItems: { T: { Keys: [{ pk: { S: 'USER#1' } }, { pk: { S: 'ORG#1' } }] } } };
    const [batch, ...others] = accessRequests('dynamodb', 'BatchGetItem', JSON.stringify(body), keys);
    expect(others).toEqual([]);
    const granting = (partitions: string[]) =>
      allow({
        actions: ['dynamodb:BatchGetItem'],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
      });
    expect(allowing([granting(['USER#*']), granting(['ORG#*'])], batch as never)).toBeUndefined();
    expect(allowing([granting(['USER#*', 'ORG#*'])], batch as never)).toBeDefined();
  });
});

describe('the permission to send mail', () => {
  const from = 'no-reply@mail.example.org';
  const mail = (changed: object = {}) =>
    accessRequests(
      'ses',
      'SendEmail',
      JSON.stringify({
        FromEmailAddress: `Acme <${from}>`,
        Destination: { ToAddresses: ['ada@acme.example'] },
        ...changed,
      }),
      keys,
    );
  const statement = (resources: string[], address = from): Statement => ({
    ...{ effect: 'Allow', actions: ['ses:SendEmail'], resources },
    conditions: { StringEquals: { 'ses:FromAddress': [address] } },
  });
  const isSent = (statements: Statement[], changed: object = {}): boolean =>
    mail(changed).every((request) => allowing(statements, request) !== undefined);
  const identities = 'arn:aws:ses:us-east-1:000000000000:identity/';

  it('takes the sender’s address, without the name before it', () => {
    expect(isSent([statement([`${identities}*`])])).toBe(true);
    expect(isSent([statement([`${identities}*`], 'other@mail.example.org')])).toBe(false);
  });

  it('is asked for on the recipient’s identity, too, as in SES’s sandbox', () => {
    expect(isSent([statement([`${identities}mail.example.org`])])).toBe(false);
    expect(isSent([statement([`${identities}mail.example.org`, `${identities}ada@acme.example`])])).toBe(true);
  });

  it('is asked for on the configuration set and on the identity that a mail names', () => {
    const set = 'arn:aws:ses:us-east-1:000000000000:configuration-set/auth';
    expect(isSent([statement([`${identities}*`])], { ConfigurationSetName: 'auth' })).toBe(false);
    expect(isSent([statement([`${identities}*`, set])], { ConfigurationSetName: 'auth' })).toBe(true);
    const FromEmailAddressIdentityArn = 'arn:aws:ses:us-east-1:123456789012:identity/example.org';
    expect(isSent([statement([`${identities}*`])], { FromEmailAddressIdentityArn })).toBe(false);
    expect(isSent([statement([`${identities}*`, FromEmailAddressIdentityArn])], { FromEmailAddressIdentityArn })).toBe(
      true,
    );
  });
});
