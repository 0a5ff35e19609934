import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { HttpAnswer, HttpRequest } from '../gateway/exchange.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};

/** CloudFront's own bounds for what it compresses. */
const LEAST_COMPRESSED = 1_000;

type Stored = { type: string; etag: string; body: Buffer; br: Buffer; gzip: Buffer };

const store = (file: string): Stored => {
  const body = readFileSync(file);
  return {
    type: types[path.extname(file)] ?? 'binary/octet-stream',
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    body,
    br: brotliCompressSync(body),
    gzip: gzipSync(body),
  };
};

const notFound: HttpAnswer = {
  status: 404,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code></Error>'),
};

const encodingFor = (accepted = ''): 'br' | 'gzip' | undefined =>
  (['br', 'gzip'] as const).find((encoding) => new RegExp(`\\b${encoding}\\b`).test(accepted));

/** A bucket with the files of a folder, and what the edge does to them on their way out: compression, and 304. */
export const createFiles = (directory: string, { compress }: { compress: boolean }) => {
  const names = globSync('**/*', { cwd: directory }).filter((name) => statSync(path.join(directory, name)).isFile());
  const stored = new Map(
    names.map((name) => [`/${name.replaceAll(path.sep, '/')}`, store(path.join(directory, name))]),
  );

  return async ({ url, headers }: HttpRequest): Promise<HttpAnswer> => {
    const { pathname } = new URL(`http://localhost${url}`);
    const found = stored.get(pathname);
    if (!found) return notFound;
    const isText = /^(text\/|image\/svg|application\/json)/.test(found.type);
    const wanted = compress && isText && found.body.length >= LEAST_COMPRESSED;
    const encoding = wanted ? encodingFor(headers['accept-encoding']) : undefined;
    const etag = encoding ? `W/${found.etag}` : found.etag;
    const common = { etag, ...(wanted && { vary: 'accept-encoding' }) };
    if (headers['if-none-match'] === etag) return { status: 304, headers: common, body: Buffer.alloc(0) };
    return {
      status: 200,
      headers: { ...common, 'content-type': found.type, ...(encoding && { 'content-encoding': encoding }) },
      body: encoding ? found[encoding] : found.body,
    };
  };
};
