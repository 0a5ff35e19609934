import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartProblem } from './start/start-problem.ts';

const LOOPBACK = '127.0.0.1';

/** Listens on loopback; port 0 takes a free one. */
export const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartProblem(`Port ${port} is taken: choose another with --port (0 takes a free one).`);
  }
  return (server.address() as AddressInfo).port;
};

/** @throws StartProblem if another process listens there */
export const requireFree = async (port: number): Promise<void> => {
  const server = createServer();
  await listen(server, port);
  await close(server);
};

/** Below the ports that systems hand out by themselves, for the ends of connections among others. */
const [LOWEST, HIGHEST] = [20_000, 32_000];
const MOST_TRIES = 100;

/**
 * A port that is free now and that no system hands out by itself: it is opened only seconds later, and by then another
 * process may have got any other.
 */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    const isFree = await requireFree(port).then(
      () => true,
      () => false,
    );
    if (isFree) return port;
  }
  throw new StartProblem('There is no free port: choose one with --port.');
};

/** Stops listening and closes the remaining connections. */
export const close = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
};
