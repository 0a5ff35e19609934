import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { type Check, fails, good, warns } from './check.ts';

/** Whether a deployed table has what a restored one lacks. */
export const ofTable = (TableName: string): Check[] => {
  const clientOf = ({ region }: { region?: string | undefined }) =>
    new DynamoDBClient(region === undefined ? {} : { region });
  return [
    {
      name: 'the table',
      async run(settings) {
        const { Table } = await clientOf(settings).send(new DescribeTableCommand({ TableName }));
        if (!Table?.StreamSpecification?.StreamEnabled)
          return fails('it has no stream: no mail is sent', 'see "Restore" in docs/how-to/restore.md');
        if (!Table.DeletionProtectionEnabled && settings.stage === 'production')
          return warns(
            'it can be deleted',
            `aws dynamodb update-table --table-name ${TableName} --deletion-protection-enabled`,
          );
        return good('it has a stream, and is protected as its stage asks');
      },
    },
    {
      name: 'its backups',
      async run(settings) {
        const answer = await clientOf(settings).send(new DescribeContinuousBackupsCommand({ TableName }));
        const { PointInTimeRecoveryDescription: recovery } = answer.ContinuousBackupsDescription ?? {};
        if (recovery?.PointInTimeRecoveryStatus === 'ENABLED') return good('any second of the last 35 days');
        return fails('there are none', 'aws dynamodb update-continuous-backups, as in docs/how-to/restore.md');
      },
    },
    {
      name: 'its cleaning up',
      async run(settings) {
        const answer = await clientOf(settings).send(new DescribeTimeToLiveCommand({ TableName }));
        if (answer.TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED') return good('expired items go by themselves');
        return warns('expired items stay', 'aws dynamodb update-time-to-live, as in docs/how-to/restore.md');
      },
    },
  ];
};
