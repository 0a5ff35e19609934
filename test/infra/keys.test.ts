import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../local/iam/guard.ts';
import { keyAllows, readKeyPolicies } from '../../local/iam/key-policies.ts';
import { readAssembly } from '../../local/template/assembly.ts';
import { readFunctions } from '../../local/template/functions.ts';
import { type Resources, resourcesOf, unbundledApp } from './templates.ts';

const { app, stateful, stateless, events } = unbundledApp({}, { 'aws:cdk:enable-path-metadata': true });
const assembly = readAssembly(app.synth().directory);
const functions = readFunctions(assembly);
const of = (resources: Resources, type: string) => Object.values(resources).filter(({ Type }) => Type === type);

type Allowed = { Action: string | string[]; Principal: { AWS: unknown }; Condition?: Record<string, unknown> };
const statements: Allowed[][] = of(resourcesOf(Template.fromStack(stateful)), 'AWS::KMS::Key').map(
  ({ Properties }) => (Properties.KeyPolicy as unknown as { Statement: Allowed[] }).Statement,
);

describe('the keys’ policies', () => {
  it('limit their use to the functions’ roles, and each key to its own purposes', () => {
    const using = statements.map((all) => all.filter(({ Condition }) => Condition));
    const wanted = (...purposes: string[]) => [
      expect.objectContaining({
        Action: ['kms:Decrypt', 'kms:Encrypt'],
        Condition: {
          ArnLike: { 'aws:PrincipalArn': expect.anything() },
          StringEquals: { 'kms:EncryptionContext:app': 'Sallyport', 'kms:EncryptionContext:purpose': purposes },
        },
      }),
    ];
    expect(using).toEqual([wanted('totp-secret'), wanted('recovery-code', 'bypass-code')]);
  });

  it('leave administration to the account, which may not use them or pass on their use', () => {
    for (const all of statements) {
      const administering = all.filter(({ Condition }) => !Condition).flatMap(({ Action }) => Action);
      expect(administering).toEqual(expect.arrayContaining(['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion']));
      const used = /\*|Encrypt|Decrypt|Generate|Sign|Verify|Derive|CreateGrant|Replicate/;
      expect(administering.filter((action) => used.test(action))).toEqual([]);
    }
  });

  it('recognize the roles by a path that all functions have and nothing else has', () => {
    const roles = [stateless, events].flatMap((stack) => of(resourcesOf(Template.fromStack(stack)), 'AWS::IAM::Role'));
    expect(new Set(roles.map(({ Properties }) => Properties.Path))).toEqual(new Set(['/Sallyport/functions/']));
    expect(JSON.stringify(statements)).toContain(':role/Sallyport/functions/*');
  });
});

describe('the use of a key', () => {
  const policies = readKeyPolicies(assembly);
  const [totpKey = '', recoveryKey = ''] = [...policies.keys()];
  const context = { app: 'Sallyport', purpose: 'totp-secret', userId: 'u' };
  const request = (action: string, key: string, sent: Record<string, string>) => ({
    ...{ action: `kms:${action}`, resource: key },
    context: Object.fromEntries(
      Object.entries(sent).map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]]),
    ),
  });
  const role = 'arn:aws:iam::000000000000:role/Sallyport/functions/SignInTotp';

  it.each([
    ['a function', role, context, totpKey, true],
    [
      'an administrator who may decrypt everything',
      'arn:aws:iam::000000000000:role/Administrator',
      context,
      totpKey,
      false,
    ],
    ['a user', 'arn:aws:iam::000000000000:user/ada', context, totpKey, false],
    ['another deployment', 'arn:aws:iam::000000000000:role/Staging/functions/SignInTotp', context, totpKey, false],
    ['a function without a purpose', role, { app: 'Sallyport', userId: 'u' }, totpKey, false],
    ['a function for the other purpose', role, { ...context, purpose: 'recovery-code' }, totpKey, false],
    ['a function with the other key', role, context, recoveryKey, false],
    ['the delivery of a bypass code', role, { ...context, purpose: 'bypass-code' }, recoveryKey, true],
    ['a function with a key that is not ours', role, context, 'arn:aws:kms:us-east-1:000000000000:key/x', false],
  ])('by %s', (_, roleArn, sent, key, isAllowed) => {
    expect(keyAllows(policies, request('Decrypt', key, sent), roleArn)).toBe(isAllowed);
  });

  it('takes the permission of both the key’s policy and the role’s', () => {
    const body = JSON.stringify({ KeyId: totpKey, EncryptionContext: context });
    const guard = createGuard(assembly, functions);
    expect(guard.allows('signInTotp', 'kms', 'Decrypt', body)).toBe(true);
    expect(guard.allows('getAccount', 'kms', 'Decrypt', body)).toBe(false);
    expect(guard.allows('signInTotp', 'kms', 'Encrypt', body)).toBe(false);
    // As if the role had another path: its policies alone do not open the key.
    const moved = assembly.ofType('AWS::KMS::Key').map((key) => ({
      ...key,
      properties: JSON.parse(JSON.stringify(key.properties).replaceAll('/Sallyport/', '/Elsewhere/')),
    }));
    const ofType = (type: string) => (type === 'AWS::KMS::Key' ? moved : assembly.ofType(type));
    const closed = createGuard({ ...assembly, ofType }, functions);
    expect(closed.allows('signInTotp', 'kms', 'Decrypt', body)).toBe(false);
  });
});
