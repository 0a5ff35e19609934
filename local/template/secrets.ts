import { randomBytes } from 'node:crypto';

const reference = /\{\{resolve:secretsmanager:(.+?):SecretString:::?\}\}/g;

/** Secrets Manager: each secret that a template refers to gets a value, which is never written to a file. */
export const createSecrets = () => {
  const values = new Map<string, string>();
  const valueFor = (arn: string): string => {
    const value = values.get(arn) ?? randomBytes(32).toString('base64url');
    values.set(arn, value);
    return value;
  };
  const reveal = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(reference, (_, arn: string) => valueFor(arn));
    if (Array.isArray(value)) return value.map(reveal);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, reveal(entry)]));
  };
  return { reveal };
};
