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

export const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listen(server, 0);
  server.close();
  await once(server, 'close');
  return port;
};

/** Stops listening and closes the remaining connections. */
export const close = async (server: Server): Promise<void> => {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
};
