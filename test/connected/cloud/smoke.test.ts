import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { dump } from '../../kit/table.ts';

const { url, controlUrl } = inject('accounts');
const { TABLE_NAME = '' } = inject('aws');

const smoke = async (...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  const env = { ...process.env, ...inject('aws') };
  const command = promisify(execFile)(process.execPath, ['admin/smoke/main.ts', ...parameters], { env });
  return command.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
};

describe('the smoke test of a deployment', { timeout: 180_000 }, () => {
  it('goes through the main job, and leaves nobody behind', async () => {
    const { code, stdout } = await smoke('--url', url, '--table', TABLE_NAME, '--api', url);
    expect(stdout).toContain('The deployment works.');
    expect(stdout.match(/✓/g)).toHaveLength(11);
    expect(stdout).toContain('invited: Permanent/General');
    expect(code).toBe(0);
    // The erasures, and what expires by itself, still name the addresses.
    const left = (await dump()).filter((item) => /"(USER|EMAIL)#/.test(item) && item.includes('success+'));
    expect(left).toEqual([]);
  });

  it('says what does not work, ends with an error, and cleans up all the same', async () => {
    const { code, stdout } = await smoke('--url', url, '--table', TABLE_NAME, '--no-mail', '--api', controlUrl);
    expect(stdout).toMatch(/✗ a direct call to the API, past the edge: expected 200, or 403 with edgeOnly; found \d+/);
    expect(stdout).toContain('The deployment does not work.');
    expect(code).toBe(1);
  });

  it('explains itself', async () => {
    const { code, stderr } = await smoke('--url', url);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--table')]);
  });
});
