import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../settings.ts';

export const web = fileURLToPath(new URL('../../web', import.meta.url));
const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));

/** @throws Error if the pages do not build; Vite's messages are on standard error */
export const buildPages = (outDir: string, { productName, security, mail }: Settings): void => {
  const env = {
    ...process.env,
    VITE_PRODUCT_NAME: productName,
    VITE_PASSWORD_LEAST: String(security.passwordLeastCodePoints),
    VITE_SENDS_MAIL: mail === undefined ? 'no' : 'yes',
  };
  const flags = ['--logLevel', 'warn', '--outDir', outDir, '--emptyOutDir'];
  execFileSync(process.execPath, [vite, 'build', ...flags], { cwd: web, env, stdio: ['ignore', 2, 2] });
};
