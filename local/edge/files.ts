import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { HttpAnswer, HttpRequest } from '../gateway/exchange.ts';
import type { LocalFile } from '../template/bucket-files.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};

/** The size limits between which CloudFront compresses. */
const LEAST_COMPRESSED = 1_000;

type Stored = { type: string; cacheControl: string | undefined; etag: string; body: Buffer; br: Buffer; gzip: Buffer };

const store = ({ file, cacheControl, contentType }: LocalFile): Stored => {
  const body = readFileSync(file);
  return {
    type: contentType ?? types[path.extname(file)] ?? 'binary/octet-stream',
    cacheControl,
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

/** A bucket with its files, and what the edge does when it serves them: compression and 304. */
export const createFiles = (files: LocalFile[], { compress }: { compress: boolean }) => {
  const stored = new Map(files.map((file) => [file.path, store(file)]));

  return async ({ url, headers }: HttpRequest): Promise<HttpAnswer> => {
    const { pathname } = new URL(`http://localhost${url}`);
    const found = stored.get(pathname);
    if (!found) return notFound;
    const isText = /^(text\/|image\/svg|application\/json)/.test(found.type);
    const wanted = compress && isText && found.body.length >= LEAST_COMPRESSED;
    const encoding = wanted ? encodingFor(headers['accept-encoding']) : undefined;
    const etag = encoding ? `W/${found.etag}` : found.etag;
    const common = {
      etag,
      ...(found.cacheControl !== undefined && { 'cache-control': found.cacheControl }),
      ...(wanted && { vary: 'accept-encoding' }),
    };
    if (headers['if-none-match'] === etag) return { status: 304, headers: common, body: Buffer.alloc(0) };
    return {
      status: 200,
      headers: { ...common, 'content-type': found.type, ...(encoding && { 'content-encoding': encoding }) },
      body: encoding ? found[encoding] : found.body,
    };
  };
};
