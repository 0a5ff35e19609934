import { rmSync } from 'node:fs';
import path from 'node:path';
import { ownerOf } from './aws/database-owner.ts';

/** Deletes all users: removes the local cloud's own files, and nothing else that may be in the folder. */
export const resetData = async (dataDirectory: string): Promise<void> => {
  await ownerOf(path.join(dataDirectory, 'dynamodb')).endPrevious();
  for (const entry of ['dynamodb', 'kms-keys.json', 'kms-elsewhere.json', 'accounts.json', 'seed.json', 'logs']) {
    rmSync(path.join(dataDirectory, entry), { recursive: true, force: true });
  }
};
