import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from '../start/start-problem.ts';
import { writeWhole } from '../start/write-whole.ts';

/*
 * A stand-in for KMS that speaks its wire protocol (AWS JSON 1.1): AES-256-GCM with the encryption context as
 * additional authenticated data, so that a ciphertext opens only under the context it was created with, as with the
 * real service.
 */

type Context = Record<string, string>;
type Request = {
  KeyId?: string;
  Plaintext?: string;
  CiphertextBlob?: string;
  EncryptionContext?: Context;
  NumberOfBytes?: number;
};
export type KmsAnswer = { status: number; body: Record<string, unknown> };

const IV = 12;
const TAG = 16;
const MOST_PLAINTEXT = 4_096;

class KmsError extends Error {}
const fail = (type: string): never => {
  throw new KmsError(type);
};

const additionalData = (context: Context = {}): Buffer =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));

/** Key material by ARN, kept with the data that it opens. */
const readKeys = (file: string, arns: string[]): Map<string, Buffer> => {
  let kept: Record<string, string>;
  try {
    kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  } catch {
    throw new StartProblem(
      `The key file ${file} is damaged. Without it, no authenticator app of a local user works: restore it, or delete all local users with --reset.`,
    );
  }
  for (const arn of arns) kept[arn] ??= randomBytes(32).toString('base64');
  writeWhole(file, JSON.stringify(kept, null, 2));
  return new Map(Object.entries(kept).map(([arn, material]) => [arn, Buffer.from(material, 'base64')]));
};

export const createKms = (dataDirectory: string, keyArns: string[]) => {
  const keys = readKeys(path.join(dataDirectory, 'kms-keys.json'), keyArns);
  const arnOf = (id: string | undefined): string =>
    [...keys.keys()].find((arn) => arn === id || arn.endsWith(`/${id}`)) ?? fail('NotFoundException');
  const materialOf = (arn: string): Buffer => keys.get(arn) ?? fail('NotFoundException');

  const seal = (arn: string, plaintext: Buffer, context?: Context): string => {
    if (plaintext.length === 0 || plaintext.length > MOST_PLAINTEXT) fail('ValidationException');
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', materialOf(arn), iv).setAAD(additionalData(context));
    const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const name = Buffer.from(arn);
    return Buffer.concat([Buffer.from([name.length]), name, iv, cipher.getAuthTag(), sealed]).toString('base64');
  };

  const open = (blob: Buffer, context?: Context): { arn: string; plaintext: Buffer } => {
    const nameEnd = 1 + (blob[0] ?? 0);
    const arn = blob.subarray(1, nameEnd).toString();
    if (!keys.has(arn) || blob.length <= nameEnd + IV + TAG) fail('InvalidCiphertextException');
    const iv = blob.subarray(nameEnd, nameEnd + IV);
    const tag = blob.subarray(nameEnd + IV, nameEnd + IV + TAG);
    const decipher = createDecipheriv('aes-256-gcm', materialOf(arn), iv)
      .setAAD(additionalData(context))
      .setAuthTag(tag);
    try {
      return { arn, plaintext: Buffer.concat([decipher.update(blob.subarray(nameEnd + IV + TAG)), decipher.final()]) };
    } catch {
      return fail('InvalidCiphertextException');
    }
  };

  const actions: Record<string, (request: Request) => Record<string, unknown>> = {
    Encrypt({ KeyId, Plaintext = '', EncryptionContext }) {
      const arn = arnOf(KeyId);
      const CiphertextBlob = seal(arn, Buffer.from(Plaintext, 'base64'), EncryptionContext);
      return { CiphertextBlob, KeyId: arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
    Decrypt({ KeyId, CiphertextBlob = '', EncryptionContext }) {
      const { arn, plaintext } = open(Buffer.from(CiphertextBlob, 'base64'), EncryptionContext);
      if (KeyId !== undefined && arnOf(KeyId) !== arn) fail('IncorrectKeyException');
      return { Plaintext: plaintext.toString('base64'), KeyId: arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    },
    GenerateDataKey({ KeyId, NumberOfBytes = 32, EncryptionContext }) {
      const arn = arnOf(KeyId);
      const plaintext = randomBytes(NumberOfBytes);
      const CiphertextBlob = seal(arn, plaintext, EncryptionContext);
      return { CiphertextBlob, Plaintext: plaintext.toString('base64'), KeyId: arn };
    },
  };

  return {
    /** Answers one request as KMS would. */
    handle(action: string, body: string): KmsAnswer {
      try {
        const run = actions[action] ?? fail('UnknownOperationException');
        return { status: 200, body: run(JSON.parse(body) as Request) };
      } catch (error) {
        if (!(error instanceof KmsError)) throw error;
        return { status: 400, body: { __type: error.message, message: error.message } };
      }
    },
  };
};
export type Kms = { handle(action: string, body: string): KmsAnswer | Promise<KmsAnswer> };
