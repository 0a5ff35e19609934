import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type Check, fails, good, isMissing, warns } from './check.ts';

/** From here on, pages that call several functions at once do not meet their limit when a few people open them. */
const ENOUGH = 100;
/** CloudFront's web ACLs are there. */
const FIREWALL_REGION = 'us-east-1';

const regionOf = ({ region }: { region?: string | undefined }) => (region === undefined ? {} : { region });

/** Where everything will live, and whether it can. */
export const ofAccount: Check[] = [
  {
    name: 'region',
    async run({ region }) {
      if (region !== undefined) return good(`users, keys and functions will live in ${region}`);
      return fails('none is named', 'set `region` in the settings: users and keys cannot move');
    },
  },
  {
    name: 'account',
    async run(settings) {
      const { Account, Arn } = await new STSClient(regionOf(settings)).send(new GetCallerIdentityCommand({}));
      if (settings.account === undefined) return good(`${Account}, as ${Arn}`);
      if (settings.account === Account) return good(`${Account}, as the settings say`);
      return fails(`these credentials are for ${Account}`, `use some for ${settings.account}, or change \`account\``);
    },
  },
  {
    name: 'bootstrap',
    async run(settings) {
      const { region, firewall } = settings;
      const regions = [region, ...(firewall && region !== FIREWALL_REGION ? [FIREWALL_REGION] : [])];
      for (const each of regions) {
        try {
          const ssm = new SSMClient(regionOf({ region: each }));
          await ssm.send(new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' }));
        } catch (error) {
          if (!isMissing(error)) throw error;
          return fails(`the CDK has nothing in ${each}`, `npx cdk bootstrap aws://<account>/${each}`);
        }
      }
      return good('the CDK can deploy here');
    },
  },
  {
    name: 'firewall',
    isSkipped: ({ firewall, region }) => firewall === undefined || region === FIREWALL_REGION,
    async run({ webAclArn }) {
      if (webAclArn !== undefined) return good('the distribution has a web ACL');
      return fails('it would guard nothing: it is in another region', 'name the output WebAclArn in `webAclArn`');
    },
  },
  {
    name: 'room for functions',
    async run(settings) {
      const answer = await new LambdaClient(regionOf(settings)).send(new GetAccountSettingsCommand({}));
      const limit = answer.AccountLimit?.ConcurrentExecutions ?? 0;
      if (limit >= ENOUGH) return good(`${limit} at once`);
      return warns(
        `${limit} at once, for all functions of the account: a few people who open pages use that up`,
        'ask for a higher quota of "Concurrent executions" (Service Quotas, AWS Lambda)',
      );
    },
  },
];
