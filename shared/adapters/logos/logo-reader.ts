import { createHash } from 'node:crypto';
import { LOGO_BYTES, type LogoFault, logoFaults } from '../../domain/brand/logo.ts';
import type { Fault } from '../../domain/errors.ts';
import type { LogoReader } from '../../ports/logos.ts';
import { cleanPng, isPng } from './png.ts';
import { checkSvg } from './svg.ts';

const faulty = (code: LogoFault): Fault => ({ code, detail: logoFaults[code] });

const named = (type: 'image/png' | 'image/svg+xml', bytes: Buffer, size = {}) => ({
  id: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
  ...{ type, bytes, ...size },
});

const decoder = new TextDecoder('utf-8', { fatal: true });
const textOf = (bytes: Buffer): string => {
  try {
    return decoder.decode(bytes);
  } catch {
    return '';
  }
};

/** PNG and SVG, told apart by what they are and not by what someone calls them. */
export const logoReader: LogoReader = {
  read(sent) {
    const bytes = Buffer.from(sent);
    if (bytes.length > LOGO_BYTES) return faulty('logo_too_large');
    if (!isPng(bytes)) {
      const found = checkSvg(textOf(bytes));
      return found === 'ok' ? named('image/svg+xml', bytes) : faulty(found);
    }
    const clean = cleanPng(bytes);
    if (typeof clean === 'string') return faulty(clean);
    return named('image/png', clean.bytes, { width: clean.width, height: clean.height });
  },
};
