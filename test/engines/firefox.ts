import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Driver, ELEMENT, until } from './driver.ts';
import { freePort } from './free-port.ts';

/* Firefox by Marionette, the protocol under its WebDriver: `length:[type, id, error or command, value]` over TCP. */

type Answer = [type: 1, id: number, error: { message: string } | null, value: unknown];

/** Cuts the stream into messages. */
const reader = (onMessage: (message: unknown) => void) => {
  let rest = Buffer.alloc(0);
  return (chunk: Buffer): void => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const colon = rest.indexOf(':');
      const length = Number(rest.subarray(0, colon));
      if (colon < 0 || rest.length < colon + 1 + length) return;
      onMessage(JSON.parse(rest.subarray(colon + 1, colon + 1 + length).toString()));
      rest = rest.subarray(colon + 1 + length);
    }
  };
};

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket)).once('error', reject);
  });

const connected = async (port: number) => {
  const socket = await until('Marionette', () => open(port));
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on(
    'data',
    reader((message) => {
      if (Array.isArray(message)) waiting.get(message[1] as number)?.(message as Answer);
    }),
  );
  let last = 0;
  const send = async <T>(command: string, parameters: object = {}): Promise<T> => {
    last += 1;
    const id = last;
    const text = JSON.stringify([0, id, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, value] = await new Promise<Answer>((resolve) => waiting.set(id, resolve));
    if (error) throw new Error(`${command}: ${error.message}`);
    return value as T;
  };
  return { socket, send };
};

export const startFirefox = async (): Promise<Driver> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'sallyport-firefox-'));
  const port = await freePort();
  writeFileSync(path.join(profile, 'user.js'), `user_pref("marionette.port", ${port});\n`);
  const child = spawn('firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    ...{ stdio: 'ignore', detached: true },
    env: { ...process.env, HOME: profile },
  });
  const { socket, send } = await connected(port);
  const { capabilities } = await send<{ capabilities: Record<string, string> }>('WebDriver:NewSession', {});
  const find = (selector: string) =>
    until(selector, () =>
      send<{ value: Record<string, string> }>('WebDriver:FindElement', { using: 'css selector', value: selector }),
    ).then(({ value }) => value[ELEMENT] ?? '');
  return {
    name: `Firefox ${capabilities.browserVersion ?? ''}`,
    open: (url) => send('WebDriver:Navigate', { url }),
    evaluate: async <T>(expression: string) =>
      (await send<{ value: T }>('WebDriver:ExecuteScript', { script: `return (${expression})`, args: [] })).value,
    type: async (selector, text) => send('WebDriver:ElementSendKeys', { id: await find(selector), text }),
    click: async (selector) => send('WebDriver:ElementClick', { id: await find(selector) }),
    resize: (width, height) => send('WebDriver:SetWindowRect', { width, height }),
    quit: async () => {
      socket.destroy();
      if (child.pid) process.kill(-child.pid);
      await until('the end of Firefox', async () => child.exitCode !== null || child.signalCode !== null);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
