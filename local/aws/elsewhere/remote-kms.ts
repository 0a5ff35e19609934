import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { writeWhole } from '../../start/write-whole.ts';
import { REGION } from '../../template/names.ts';
import type { KmsAnswer } from '../kms.ts';

type Body = Record<string, unknown> & { KeyId?: string };

/** Emulators want to see that a request is signed, and do not check it. */
const SIGNED = `AWS4-HMAC-SHA256 Credential=local/20261126/${REGION}/kms/aws4_request, SignedHeaders=host, Signature=0`;

/** Which key there stands for which one of the template, kept with the data that they open. */
const readKeys = async (endpoint: string, file: string, arns: string[]): Promise<Map<string, string>> => {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new KMSClient({ endpoint, region: REGION, credentials });
  for (const arn of arns) {
    kept[arn] ??= (await client.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  }
  client.destroy();
  writeWhole(file, JSON.stringify(kept, null, 2));
  return new Map(Object.entries(kept));
};

/** Another program that speaks KMS's protocol, with keys of its own in place of the template's. */
export const remoteKms = async (endpoint: string, dataDirectory: string, keyArns: string[]) => {
  const keys = await readKeys(endpoint, path.join(dataDirectory, 'kms-elsewhere.json'), keyArns);
  const ours = new Map([...keys].map(([own, theirs]) => [theirs, own]));
  return {
    async handle(action: string, body: string): Promise<KmsAnswer> {
      const asked = JSON.parse(body) as Body;
      const answer = await fetch(endpoint, {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${action}` },
          authorization: SIGNED,
        },
        body: JSON.stringify({ ...asked, ...(asked.KeyId && { KeyId: keys.get(asked.KeyId) ?? asked.KeyId }) }),
      });
      const given = (await answer.json()) as Body;
      return { status: answer.status, body: { ...given, ...(given.KeyId && { KeyId: ours.get(given.KeyId) }) } };
    },
  };
};
