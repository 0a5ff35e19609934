import { RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

type Rotated = Pick<Settings, 'stackName' | 'originSecret'>;

/** Named, so that the functions need no export for it, which could not be withdrawn after a rotation. */
const nameOf = ({ stackName }: Rotated, number: number): string => `${stackName}/origin-secret-${number}`;

const referenceTo = (name: string): string => SecretValue.secretsManager(name).unsafeUnwrap();

/**
 * The references to the shared secrets of distribution and functions. The distribution sends the present one; the
 * functions, which are deployed after it, accept the next one, too. So one deployment with the next number rotates them,
 * and no request meets functions that do not know its secret.
 */
export const originSecrets = (settings: Rotated): { present: string; next: string } => ({
  present: referenceTo(nameOf(settings, settings.originSecret)),
  next: referenceTo(nameOf(settings, settings.originSecret + 1)),
});

/** They protect a client's address, not an account. */
export const addOriginSecrets = (scope: Construct, settings: Rotated): Secret[] =>
  [settings.originSecret, settings.originSecret + 1].map((number) => {
    const secret = new Secret(scope, `OriginSecret${number}`, {
      secretName: nameOf(settings, number),
      description: 'Proves to the functions that a request came through the distribution',
      generateSecretString: { passwordLength: 43, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'It guards the addresses that limits count by, not an account: a deployment with the next number rotates it',
    });
    return secret;
  });
