import { createHash } from 'node:crypto';
import { LOGO_BYTES } from '../../domain/brand/logo.ts';
import type { Fault } from '../../domain/errors.ts';
import type { LogoReader } from '../../ports/logos.ts';
import { cleanPng, isPng } from './png.ts';
import { checkSvg } from './svg.ts';

const faults = {
  logo_unreadable: 'This is neither a PNG nor an SVG image',
  logo_too_large: `Use an image of at most ${LOGO_BYTES / 1024} KB, and at most 1,024 pixels wide and high`,
  logo_unsafe: 'This SVG has more than a picture in it: a script, a style sheet, an image or a link',
} as const;
const faulty = (code: keyof typeof faults): Fault => ({ code, detail: faults[code] });

const named = (type: 'image/png' | 'image/svg+xml', bytes: Buffer) => ({
  id: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
  ...{ type, bytes },
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
    return typeof clean === 'string' ? faulty(clean) : named('image/png', clean);
  },
};
