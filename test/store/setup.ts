import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { databaseAt, elsewhereFrom } from '../../local/aws/elsewhere/elsewhere.ts';
import { createTables } from '../../local/aws/tables.ts';
import { synthesize } from '../../local/start/synthesize.ts';
import { readAssembly } from '../../local/template/assembly.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The table that the template describes, without the rest of the cloud. */
    store: { endpoint: string; tableName: string };
  }
}

/**
 * DynamoDB Local with the product's table: it guards the transactions, and is fast enough to run while editing them.
 */
export default async ({ provide }: TestProject) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'sallyport-store-'));
  const output = path.join(directory, 'cdk.out');
  await synthesize(output, { context: { 'aws:cdk:bundling-stacks': [] } });
  const assembly = readAssembly(output);
  const database = await databaseAt(elsewhereFrom(process.env), path.join(directory, 'dynamodb'));
  await createTables(assembly, database.endpoint);
  const [table] = [...assembly.ofType('AWS::DynamoDB::GlobalTable'), ...assembly.ofType('AWS::DynamoDB::Table')];
  if (!table) throw new Error('the templates have no table');
  provide('store', { endpoint: database.endpoint, tableName: assembly.nameOf(table.stack, table.logicalId) });
  return async () => {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  };
};
