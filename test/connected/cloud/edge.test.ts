import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { call, get, newOrganization, sessionOf } from '../../kit/product.ts';

const { url } = inject('accounts');
const page = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });

const security = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
};
const headersOf = ({ headers }: { headers: Headers }) => Object.fromEntries(headers);

describe('answers that no function made', () => {
  it('have the security headers: a body over API Gateway’s limit', async () => {
    const answer = await call('POST', '/v1/sign-in', { body: `"${'x'.repeat(11 * 1024 * 1024)}"` });
    expect(answer.status).toBe(413);
    expect(answer.json).toEqual({ message: 'Request Entity Too Large' });
    expect(headersOf(answer)).toMatchObject({ ...security, 'cache-control': 'no-store' });
  });
});

describe('the client’s address (rule 13)', () => {
  it('is the viewer’s, not the edge’s, and not what the viewer claims', async () => {
    const { user } = await newOrganization();
    const from = `192.0.2.${(randomUUID().charCodeAt(0) % 200) + 1}`;
    const claimed = { 'x-viewer-address': '203.0.113.9', 'x-forwarded-for': '203.0.113.9', 'x-origin-secret': 'guess' };
    await call('POST', '/v1/sign-in', {
      body: { email: user, password: 'correct horse battery staple' },
      headers: { 'x-local-source-ip': from, ...claimed },
    });
    const { json } = await get('/v1/me/sign-ins', await sessionOf(user));
    const { signIns } = json as { signIns: { ip: string }[] };
    expect(signIns.map(({ ip }) => ip)).toContain(from);
    expect(signIns.map(({ ip }) => ip)).not.toContain('203.0.113.9');
  });
});

describe('the place of the client’s address', () => {
  it('is what the edge knows, not what the client claims, in sign-ins, sessions and events', async () => {
    const { user } = await newOrganization();
    const sent = {
      'x-local-place': 'BR/São Paulo',
      'cloudfront-viewer-country': 'US',
      'cloudfront-viewer-city': 'Reno',
    };
    const signedIn = await call('POST', '/v1/sign-in', {
      body: { email: user, password: 'correct horse battery staple' },
      headers: sent,
    });
    const { token } = (signedIn.json as { session: { token: string } }).session;
    const place = { country: 'BR', city: 'São Paulo' };
    expect((await get('/v1/me/sign-ins', token)).json).toMatchObject({ signIns: [{ place }] });
    expect((await get('/v1/me/sessions', token)).json).toMatchObject({ sessions: [{ place }] });
    const ended = await call('DELETE', '/v1/me/sessions', { token, headers: sent });
    const { session } = ended.json as { session: { token: string } };
    const { events } = (await get('/v1/me/events', session.token)).json as { events: object[] };
    expect(events[0]).toMatchObject({ type: 'sessions_ended', place });
  });

  it('is left out where the edge does not know it', async () => {
    const { user } = await newOrganization();
    const token = await sessionOf(user);
    const claimed = { 'cloudfront-viewer-country': 'US', 'cloudfront-viewer-city': 'Reno' };
    await call('POST', '/v1/sign-in', {
      body: { email: user, password: 'correct horse battery staple' },
      headers: claimed,
    });
    const { signIns } = (await get('/v1/me/sign-ins', token)).json as { signIns: object[] };
    expect(signIns).toHaveLength(2);
    for (const signIn of signIns) expect(signIn).not.toHaveProperty('place');
  });
});

describe('pages', () => {
  it.each(['/', '/sign-in', '/users/00000000000000000000000000', '/set-password', '/nothing/here', '/v1'])(
    '%s is the document, with a strict policy and never from a stale cache',
    async (path) => {
      const answer = await page(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('<!doctype html>');
      const headers = headersOf(answer);
      expect(headers).toMatchObject({ ...security, 'cache-control': 'no-cache', 'x-frame-options': 'DENY' });
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    },
  );

  it('come with files that browsers cache, compressed', async () => {
    const document = await (await page('/')).text();
    const files = [...document.matchAll(/"(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const answer = await page(file, { 'accept-encoding': 'br' });
      expect(answer.status).toBe(200);
      expect(headersOf(answer)).toMatchObject({ ...security, 'cache-control': 'public, max-age=31536000, immutable' });
      expect(headersOf(answer)['content-encoding']).toBe('br');
    }
  });

  it('name the character set of every file that is text', async () => {
    const document = await (await page('/')).text();
    const files = [...document.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
    const types = await Promise.all(files.map(async (file) => headersOf(await page(file))['content-type']));
    expect(new Set(types)).toEqual(
      new Set(['text/javascript; charset=utf-8', 'text/css; charset=utf-8', 'image/svg+xml; charset=utf-8']),
    );
  });

  it('are not sent again if the browser has them', async () => {
    const { headers } = await page('/');
    expect((await page('/', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('and their files answer HEAD as they answer GET', async () => {
    const [head, got] = [await fetch(`${url}/sign-in`, { method: 'HEAD' }), await page('/sign-in')];
    const told = ['content-type', 'content-length', 'etag', 'cache-control', 'content-security-policy'];
    expect(head.status).toBe(200);
    expect(told.map((name) => head.headers.get(name))).toEqual(told.map((name) => got.headers.get(name)));
    expect(await head.text()).toBe('');
  });

  it('that do not exist as files are 404, which browsers do not cache, and accept no other method', async () => {
    const missing = await page('/assets/nothing.js');
    expect(missing.status).toBe(404);
    expect(headersOf(missing)['cache-control']).toBe('no-cache');
    expect((await fetch(`${url}/sign-in`, { method: 'POST', body: '{}' })).status).toBe(403);
  });

  it.each(['/sign-in.html', '/users/nobody.x', '/v1'])('%s is not a file but a page like the others', async (path) => {
    expect(await (await page(path)).text()).toContain('<!doctype html>');
  });
});

describe('addresses that everybody knows', () => {
  const seen = async (path: string) => {
    const { status, headers } = await fetch(url + path, { redirect: 'manual' });
    return [status, headers.get('location')];
  };

  it('lead a password manager to where the password is changed', async () => {
    expect(await seen('/.well-known/change-password')).toEqual([302, '/account']);
    // It tries this one, to learn whether the answer above means anything.
    const impossible = '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200';
    expect(await seen(impossible)).toEqual([404, null]);
  });

  it('tell robots to stay away, and name a contact only if there is one', async () => {
    const robots = await page('/robots.txt');
    expect([robots.status, await robots.text()]).toEqual([200, 'User-agent: *\nDisallow: /\n']);
    expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await seen('/.well-known/security.txt')).toEqual([404, null]);
  });
});
