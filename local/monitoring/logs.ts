import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';

/** The files that CloudWatch Logs would have: what the functions write, and the gateway's line for each request. */
export const openLogs = (dataDirectory: string) => {
  const folder = path.join(dataDirectory, 'logs');
  mkdirSync(folder, { recursive: true });
  const ofFunctions = createWriteStream(path.join(folder, 'functions.log'), { flags: 'a' });
  const ofRequests = createWriteStream(path.join(folder, 'access.log'), { flags: 'a' });
  return {
    ofFunctions: (text: string): void => void ofFunctions.write(text),
    ofRequests: (line: string): void => void ofRequests.write(`${line}\n`),
    close(): void {
      ofFunctions.end();
      ofRequests.end();
    },
  };
};
