import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { type Driver, ELEMENT, until } from './driver.ts';
import { freePort } from './free-port.ts';

/* WebKitGTK by its own WebDriver (W3C WebDriver). */

const browser = () => globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').at(-1) ?? '';

export const startWebKit = async (): Promise<Driver> => {
  const port = await freePort();
  const child = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { stdio: 'ignore', detached: true });
  const root = `http://127.0.0.1:${port}`;
  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(root + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await until('WebKitWebDriver', () => send('GET', '/status'));
  const { sessionId, capabilities } = await send<{ sessionId: string; capabilities: Record<string, string> }>(
    'POST',
    '/session',
    { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser(), args: ['--automation'] } } } },
  );
  const session = `/session/${sessionId}`;
  const find = (selector: string) =>
    until(selector, () =>
      send<Record<string, string>>('POST', `${session}/element`, { using: 'css selector', value: selector }),
    ).then((found) => found[ELEMENT] ?? '');
  return {
    name: `WebKitGTK ${capabilities.browserVersion ?? ''}`,
    open: (url) => send('POST', `${session}/url`, { url }),
    evaluate: (expression) => send('POST', `${session}/execute/sync`, { script: `return (${expression})`, args: [] }),
    type: async (selector, text) => send('POST', `${session}/element/${await find(selector)}/value`, { text }),
    click: async (selector) => send('POST', `${session}/element/${await find(selector)}/click`, {}),
    resize: (width, height) => send('POST', `${session}/window/rect`, { width, height }),
    quit: async () => {
      await send('DELETE', session).catch(() => undefined);
      if (child.pid) process.kill(-child.pid);
    },
  };
};
