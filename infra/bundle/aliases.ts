import { fileURLToPath } from 'node:url';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** What the bundles have in place of what the SDK imports: as much as a Lambda needs. */
export const aliases = {
  'node:http': here('node-http.cjs'),
  'node:https': here('node-https.cjs'),
  '@aws-sdk/credential-provider-node': here('environment-credentials.ts'),
};
