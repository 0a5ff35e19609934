import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { SecretPurpose } from '../../shared/ports/secret-box.ts';
import { schema } from '../../shared/store/schema.ts';
import { keyPolicy } from '../access/key-policy.ts';
import { exportForever } from '../frozen/export-forever.ts';
import type { Settings } from '../settings.ts';
import { addBackups } from './backups.ts';
import { type TableInUse, tableInUse } from './table-in-use.ts';

type Props = StackProps & { settings: Settings };

const text = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * What must outlive every deployment: the table and the keys. Construct ids are logical ids: renaming one here would
 * replace the user store, which a committed list in the tests prevents.
 */
export class StatefulStack extends Stack {
  /** What everything else refers to. */
  readonly table: TableInUse;
  readonly totpKey: IKey;
  readonly recoveryKey: IKey;
  private readonly removalPolicy: RemovalPolicy;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    const { stackName, stage } = props.settings;
    // A first deployment that fails keeps no key that nobody would find.
    this.removalPolicy = stage === 'production' ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    const created = this.addTable(stage === 'production');
    this.table = tableInUse(created, props.settings);
    this.totpKey = this.addKey('TotpKey', 'Seals TOTP secrets', stackName, ['totp-secret']);
    this.recoveryKey = this.addKey(
      'RecoveryKey',
      'Seals the readable form of recovery codes, and bypass codes on their way to a mail',
      stackName,
      ['recovery-code', 'bypass-code'],
    );
    const { backupDays: days } = props.settings;
    if (days) addBackups(this, { table: this.table, days, removalPolicy: this.removalPolicy });
    const { tableArn, tableName, tableStreamArn } = created;
    exportForever(this, [tableArn, tableName, tableStreamArn, this.totpKey.keyArn, this.recoveryKey.keyArn]);
  }

  get keyArns() {
    const { keyArn } = this.recoveryKey;
    return { 'totp-secret': this.totpKey.keyArn, 'recovery-code': keyArn, 'bypass-code': keyArn };
  }

  private addTable(deletionProtection: boolean): TableV2 {
    return new TableV2(this, 'Table', {
      partitionKey: text(schema.partitionKey),
      sortKey: text(schema.sortKey),
      globalSecondaryIndexes: schema.indexes.map(({ name, partitionKey, sortKey }) => ({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...schema.projected],
      })),
      billing: Billing.onDemand(),
      timeToLiveAttribute: schema.ttl,
      dynamoStream: StreamViewType.NEW_IMAGE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection,
      removalPolicy: this.removalPolicy,
    });
  }

  private addKey(id: string, description: string, stackName: string, purposes: SecretPurpose[]): Key {
    return new Key(this, id, {
      description,
      policy: keyPolicy(this, stackName, purposes),
      enableKeyRotation: true,
      removalPolicy: this.removalPolicy,
    });
  }
}
