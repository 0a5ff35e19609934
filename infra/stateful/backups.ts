import { Duration, type RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { TableInUse } from './table-in-use.ts';

type Backups = { table: TableInUse; days: number; removalPolicy: RemovalPolicy };

/**
 * A backup a day, kept longer than the 35 days of point-in-time recovery. The vault stays where the table stays: it is
 * there for the case that the rest is gone.
 */
export const addBackups = (stack: Stack, { table, days, removalPolicy }: Backups): void => {
  const vault = new BackupVault(stack, 'Backups', { removalPolicy });
  const plan = new BackupPlan(stack, 'BackupPlan', {
    backupVault: vault,
    backupPlanRules: [
      new BackupPlanRule({
        ruleName: 'daily',
        scheduleExpression: Schedule.cron({ hour: '3', minute: '0' }),
        deleteAfter: Duration.days(days),
      }),
    ],
  });
  const selection = plan.addSelection('Table', {
    resources: [BackupResource.fromArn(table.tableArn)],
    // The same role takes a restore.
    allowRestores: true,
  });
  const reason =
    'Only the backup service may take this role, and AWS keeps the policies in step with what the service needs';
  Validations.of(selection).acknowledge(
    ...['Backup', 'Restores'].map((name) => ({
      id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${name}]`,
      reason,
    })),
  );
};
