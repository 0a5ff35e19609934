import type { IncomingMessage } from 'node:http';

/** One call of a function to AWS, and what comes back. */
export type Call = { service: string; action: string; body: string; headers: IncomingMessage['headers'] };
export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
