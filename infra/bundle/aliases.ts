import { fileURLToPath } from 'node:url';
import { commonPasswordsFrom } from './common-passwords.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * Replacements for imports in the bundles, with only what a Lambda function needs. `folder` receives generated modules.
 */
export const aliases = ({ folder }: { folder: string }) => ({
  'node:http': here('node-http.cjs'),
  'node:https': here('node-https.cjs'),
  '@aws-sdk/credential-provider-node': here('environment-credentials.ts'),
  '@aws-sdk/middleware-endpoint-discovery': here('no-endpoint-discovery.ts'),
  '@smithy/core/event-streams': here('no-event-streams.ts'),
  '@aws/lambda-invoke-store': here('no-invoke-store.ts'),
  '@zxcvbn-ts/language-common': commonPasswordsFrom(folder),
});
