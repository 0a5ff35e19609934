import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/** Shared by distribution and functions: it protects a client's address, not an account. */
export const addOriginSecret = (scope: Construct): Secret => {
  const secret = new Secret(scope, 'OriginSecret', {
    description: 'Proves to the functions that a request came through the distribution',
    generateSecretString: { passwordLength: 43, excludePunctuation: true },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'It guards the addresses that limits count by, not an account; a new one takes a deployment of both sides',
  });
  return secret;
};
