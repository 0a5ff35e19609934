import type { HttpResponse } from '../event.ts';

export type Image = { type: string; bytes: Uint8Array };

const ONE_YEAR = 31_536_000;

/**
 * An image that anyone may have, and that its address will never change. Mail programs show it in pages that are not
 * ours; opened as a page, it runs nothing and loads nothing.
 */
export const imageResponse = ({ type, bytes }: Image): HttpResponse => ({
  statusCode: 200,
  headers: {
    'content-type': type,
    'cache-control': `public, max-age=${ONE_YEAR}, immutable`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  },
  body: Buffer.from(bytes).toString('base64'),
  isBase64Encoded: true,
});
