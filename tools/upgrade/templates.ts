import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';

type Template = {
  Resources?: Record<string, { Type: string }>;
  Outputs?: Record<string, { Export?: { Name: unknown } }>;
};

/** What people would miss, or what has an address that others know: an update must not make another one of it. */
const lasting = new Set([
  ...['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::S3::Bucket', 'AWS::SQS::Queue'],
  ...[
    'AWS::ApiGatewayV2::Api',
    'AWS::CloudFront::Distribution',
    'AWS::SecretsManager::Secret',
    'AWS::Events::EventBus',
  ],
  ...['AWS::Backup::BackupVault', 'AWS::SNS::Topic'],
]);
const ends: Partial<Record<ResourceImpact, string>> = {
  [ResourceImpact.WILL_REPLACE]: 'would be replaced',
  [ResourceImpact.MAY_REPLACE]: 'may be replaced',
  [ResourceImpact.WILL_DESTROY]: 'would be deleted',
  [ResourceImpact.WILL_ORPHAN]: 'would be left behind',
};

const exportsOf = ({ Outputs = {} }: Template): string[] =>
  Object.values(Outputs).flatMap(({ Export }) => (Export ? [JSON.stringify(Export.Name)] : []));

/** What an update from one template to the next must not do, in words. */
export const harmOf = (stack: string, before: Template, after: Template): string[] => {
  const harm: string[] = [];
  fullDiff(before as Record<string, unknown>, after as Record<string, unknown>).resources.forEachDifference(
    (logicalId, change) => {
      const type = change.oldResourceType ?? '';
      const end = ends[change.changeImpact];
      if (lasting.has(type) && end !== undefined) harm.push(`${stack}: ${type} ${logicalId} ${end}`);
    },
  );
  const kept = new Set(exportsOf(after));
  const lost = exportsOf(before).filter((name) => !kept.has(name));
  return [
    ...harm,
    ...lost.map((name) => `${stack}: the export ${name} would be gone, and another stack may import it`),
  ];
};
