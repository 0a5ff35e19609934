import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readFunctions } from '../../../local/template/functions.ts';

/* Every kilobyte makes a cold start slower, so the size and content of a bundle are part of the product. */

const assembly = path.join(inject('logs'), '..', 'cdk.out');
const functions = readFunctions(readAssembly(assembly));
const kb = (file: string): number => statSync(file).size / 1_000;

/** In KB; bundles that are not named have the usual limit. */
const USUAL = 338;
const budgets: Record<string, number> = {
  getHealth: 50,
  getOpenApi: 112,
  routeNotFound: 30,
  // They have the clients of SES, EventBridge and KMS, and the mails in every language; no one waits for their cold start.
  deliverEvents: 455,
  deliverResetRequests: 455,
  eraseUsers: 403,
  signOut: 260,
  getAccount: 260,
  // The whole list of common passwords, compressed: a long password is judged by the short ones that it is made of.
  changePassword: 475,
  setPassword: 475,
};

describe('bundles', () => {
  it.each(functions.map(({ id, file }) => [id, budgets[id] ?? USUAL, file] as const))(
    '%s weighs at most %i KB',
    (_, most, file) => {
      expect(kb(file)).toBeLessThanOrEqual(most);
    },
  );

  it('weigh less than 276 KB in the median', () => {
    const sizes = functions.map(({ file }) => kb(file)).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(276);
  });

  const holds = (mark: RegExp): string[] =>
    functions
      .filter(({ file }) => mark.test(readFileSync(file, 'utf8')))
      .map(({ id }) => id)
      .sort();

  it('contain what their operation needs: keys, hashes, QR codes and word lists are only where they are used', () => {
    const withKeys = ['beginTwoFactorSetup', 'confirmIdentity', 'confirmTwoFactorSetup', 'regenerateRecoveryCodes'];
    // A bypass code is sealed where it is issued, and opened where it is mailed.
    const withPasses = ['deliverEvents', 'deliverResetRequests', 'issueBypassCode'];
    expect(holds(/TrentService/)).toEqual(
      [...withKeys, ...withPasses, 'showRecoveryCodes', 'signInRecoveryCode', 'signInTotp'].sort(),
    );
    expect(holds(/argon2id/)).toEqual(['changePassword', 'confirmIdentity', 'setPassword', 'signIn']);
    expect(holds(/crispEdges/)).toEqual(['beginTwoFactorSetup']);
    expect(holds(/passwords-common/)).toEqual(['changePassword', 'setPassword']);
  });

  it('contain neither the SDK’s chain of credential providers nor a source map', () => {
    expect(holds(/AWS_CONTAINER_CREDENTIALS_RELATIVE_URI|sso_start_url/)).toEqual([]);
    expect(holds(/sourceMappingURL/)).toEqual([]);
  });

  it('are all that an asset contains; the maps for stack traces are next to the assets', () => {
    expect(functions.filter(({ file }) => String(readdirSync(path.dirname(file))) !== 'index.mjs')).toEqual([]);
    const maps = globSync('bundles/source-maps/**/index.mjs.map', { cwd: assembly });
    expect(maps).toHaveLength(functions.length);
  });
});
