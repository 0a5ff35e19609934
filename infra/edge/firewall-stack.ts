import { ArnFormat, CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

type Firewall = NonNullable<Settings['firewall']>;
type Props = StackProps & { settings: Settings; firewall: Firewall };

const seen = (metricName: string) => ({
  visibilityConfig: { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false },
});

/** AWS's own lists, and of their rules those that are only counted. */
const managed: [name: string, counted: string[]][] = [
  ['AWSManagedRulesAmazonIpReputationList', []],
  ['AWSManagedRulesKnownBadInputsRuleSet', []],
  // A logo is larger than the 8 KB that the rule allows; the API has limits of its own.
  ['AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY']],
];

const managedRule = ([name, counted]: (typeof managed)[number], priority: number): CfnWebACL.RuleProperty => ({
  ...{ name, priority, overrideAction: { none: {} }, ...seen(name) },
  statement: {
    managedRuleGroupStatement: {
      ...{ vendorName: 'AWS', name },
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
});

/** Requests of one address in five minutes. */
const rateRule = (
  name: string,
  priority: number,
  limit: number,
  scopeDownStatement?: CfnWebACL.StatementProperty,
): CfnWebACL.RuleProperty => ({
  ...{ name, priority, action: { block: {} }, ...seen(name) },
  statement: {
    rateBasedStatement: { limit, aggregateKeyType: 'IP', ...(scopeDownStatement && { scopeDownStatement }) },
  },
});

const beginsWith = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    ...{ searchString, fieldToMatch: { uriPath: {} }, positionalConstraint: 'STARTS_WITH' },
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});

/** An application that asks about its people's sessions is one address for all of them. */
const NOT_FROM_APPLICATIONS: CfnWebACL.StatementProperty = {
  notStatement: {
    statement: {
      byteMatchStatement: {
        ...{ searchString: '/v1/session', fieldToMatch: { uriPath: {} }, positionalConstraint: 'EXACTLY' },
        textTransformations: [{ priority: 0, type: 'NONE' }],
      },
    },
  },
};

const redacted = (name: string) => ({ singleHeader: { Name: name } });

/**
 * A web ACL of the deployment's own: rate rules for each address, and AWS's lists. It is a stack of its own because
 * CloudFront's are in us-east-1, wherever the deployment is.
 */
export class FirewallStack extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    const { firewall, settings } = props;
    const acl = new CfnWebACL(this, 'WebAcl', {
      ...{ scope: 'CLOUDFRONT', defaultAction: { allow: {} }, ...seen(`${settings.stackName}WebAcl`) },
      description: 'In front of the pages and the API',
      rules: [
        rateRule('EachAddress', 0, firewall.requestsIn5Minutes, NOT_FROM_APPLICATIONS),
        rateRule('SignInOfEachAddress', 1, firewall.signInsIn5Minutes, beginsWith('/v1/sign-in')),
        ...managed.map((each, index) => managedRule(each, index + 2)),
      ],
    });
    const log = new LogGroup(this, 'Log', {
      // The service takes only names that begin so.
      logGroupName: `aws-waf-logs-${settings.stackName}`,
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        this.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: log.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      redactedFields: ['authorization', 'cookie', 'idempotency-key'].map(redacted),
    });
    this.webAclArn = acl.attrArn;
    new CfnOutput(this, 'WebAclArn', { value: acl.attrArn });
  }
}
