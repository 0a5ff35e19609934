import { Validations } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Settings } from '../settings.ts';

type Accepted = Pick<Settings, 'certificateArn' | 'edgeLogs'> & { webAclArn: string | undefined };

/** What the rules of cdk-nag find about the distribution, and why it is so. */
export const acknowledgeDistribution = (
  distribution: Distribution,
  { certificateArn, webAclArn, edgeLogs }: Accepted,
): void => {
  const accepted = [
    {
      id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      reason: 'There is a root object, and the function on requests leads every address but those of assets to it',
    },
    { id: 'AwsSolutions-CFR1', reason: 'Sign-in is for people everywhere' },
    ...(webAclArn === undefined
      ? [
          {
            id: 'AwsSolutions-CFR2',
            reason:
              'Guess limits are in the product and hold without a firewall, which costs extra: `firewall` adds one',
          },
        ]
      : []),
    ...(edgeLogs
      ? []
      : [
          {
            id: 'AwsSolutions-CFR3',
            reason: 'The API logs its requests; who fetched the public files is of no interest: `edgeLogs` adds them',
          },
        ]),
    ...(certificateArn === undefined
      ? [
          {
            id: 'AwsSolutions-CFR4',
            reason: 'CloudFront’s own name has its own TLS policy; `certificateArn` brings 1.2',
          },
        ]
      : []),
  ];
  Validations.of(distribution).acknowledge(...accepted);
};
