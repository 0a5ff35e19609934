import { readFileSync } from 'node:fs';
import path from 'node:path';
import { base32 } from '@scure/base';
import { inject } from 'vitest';
import { dump } from './table.ts';

/* Whether a secret is anywhere it must not be: logs, traces, events, the table. */

const { controlUrl } = inject('accounts');

/** A secret as it might turn up: plain, and in the encodings that logs and URLs use. */
const formsOf = (secret: string): string[] => {
  const bytes = Buffer.from(secret);
  const encoded = [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex'), base32.encode(bytes)];
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    ...encoded.map((text) => text.replace(/=+$/, '')),
  ];
};

/** Everything that is stored or published, as text. */
const everythingKept = async (): Promise<string> => {
  const { events } = (await (await fetch(`${controlUrl}/events`)).json()) as { events: object[] };
  const logs = ['functions.log', 'access.log'].map((file) => readFileSync(path.join(inject('logs'), file), 'utf8'));
  const { calls } = (await (await fetch(`${controlUrl}/calls`)).json()) as { calls: object[] };
  const places = [...calls, ...events].map((entry) => JSON.stringify(entry));
  const all = [...logs.flatMap((log) => log.split('\n')), ...places, ...(await dump())];
  if (all.length < 200) throw new Error(`only ${all.length} entries: the canary looked in the wrong place`);
  return all.join('\n');
};

/** Names of the secrets that were found, in whatever form. */
export const foundOf = async (secrets: Map<string, string>): Promise<string[]> => {
  const text = await everythingKept();
  return [...secrets].flatMap(([name, value]) => {
    // Only the secret part of a token: its owner may be known.
    const needle = /^sp[sckid]_/.test(value) ? value.slice(-43) : value;
    return formsOf(needle).some((form) => text.includes(form)) ? [name] : [];
  });
};

/** Six digits can occur anywhere by chance. */
const SHORTEST = 8;
const isSecretField = (name: string): boolean => /(password|token|secret|codes?|uri)$/i.test(name);

/**
 * What a request or reply contains that must not be stored, by field: passwords, tokens, codes, links and TOTP secrets.
 */
export const secretsIn = (value: unknown, name = ''): [string, string][] => {
  if (typeof value === 'string') {
    const isLink = /^https?:.*#/.test(value);
    if (value.length < SHORTEST || !(isSecretField(name.replace(/\.\d+$/, '')) || isLink)) return [];
    return [[name, isLink ? value.slice(value.indexOf('#') + 1) : value]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => secretsIn(inner, name === '' ? key : `${name}.${key}`));
};
