import { RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

type Rotated = Pick<Settings, 'stackName' | 'originSecret'>;

/** Named, so that the functions need no export for it, which could not be withdrawn after a rotation. */
const nameOf = ({ stackName }: Rotated, number: number): string => `${stackName}/origin-secret-${number}`;
const referenceTo = (name: string): string => SecretValue.secretsManager(name).unsafeUnwrap();

/** What the functions know: one reference each, since a template may have 60 of them and there are 52 functions. */
export const originSecret = (settings: Rotated): string => referenceTo(nameOf(settings, settings.originSecret));

/**
 * What the distribution sends: the present secret, and the one before it. It is deployed before the functions, which
 * know only the one before until they are: so one deployment with the next number rotates the secret, no request meets
 * functions that know neither, and a deployment that fails halfway can go back.
 */
export const originHeaders = (settings: Rotated): Record<string, string> => ({
  'x-origin-secret': originSecret(settings),
  'x-previous-origin-secret': referenceTo(nameOf(settings, settings.originSecret - 1)),
});

/** They protect a client's address, not an account. */
export const addOriginSecrets = (scope: Construct, settings: Rotated): Secret[] =>
  [settings.originSecret - 1, settings.originSecret].map((number) => {
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
