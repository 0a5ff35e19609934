import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import jsQrModule from 'jsqr';
import { describe, expect, it } from 'vitest';
import { svgQrCodes } from '../../../../shared/adapters/qr-codes.ts';
import { labels, otpauthUri } from '../../../../shared/domain/codes/totp.ts';

// The package is CommonJS with a default export.
const jsQr = jsQrModule as unknown as typeof jsQrModule.default;

const QUIET_ZONE = 4;
/** The version that the labels are cut to fit. */
const MOST_MODULES = 57;

const style = readFileSync(new URL('../../../../web/styles/two-factor.css', import.meta.url), 'utf8');
const usualWidth = Number(/\.qr \{[^}]*width: min\((\d+)px/.exec(style)?.[1]);
/** At 320 px: the page's padding of 16 px and the section's border of 1 px on either side. */
const smallWidth = 320 - 2 * 17;

/** The modules of the picture, including the margin; dark ones are true. */
const modulesOf = (svg: string): boolean[][] => {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const path = /<path stroke="#000000" d="([^"]+)"/.exec(svg)?.[1] ?? '';
  let [x, y] = [0, 0];
  for (const [, command, first = '', second = ''] of path.matchAll(/([Mmh])(\d+)(?:[ ](\d+(?:\.5)?))?/g)) {
    const count = Number(first);
    if (command === 'M') [x, y] = [count, Math.floor(Number(second))];
    if (command === 'm') x += count;
    if (command === 'h') {
      rows[y]?.fill(true, x, x + count);
      x += count;
    }
  }
  return rows;
};

/**
 * One screen pixel for each page pixel. If an edge runs through a pixel, a browser draws it gray or, as the picture
 * requests (`crispEdges`), as one color or the other.
 */
const pixelsOf = (modules: boolean[][], width: number, isCrisp: boolean): Uint8ClampedArray => {
  const samples = isCrisp ? 1 : 4;
  const size = modules.length;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const at = (pixel: number, sample: number): number => Math.floor(((pixel + (sample + 0.5) / samples) * size) / width);
  for (let row = 0; row < width; row += 1)
    for (let column = 0; column < width; column += 1) {
      let dark = 0;
      for (let sample = 0; sample < samples ** 2; sample += 1)
        if (modules[at(row, Math.floor(sample / samples))]?.[at(column, sample % samples)]) dark += 1;
      const pixel = (row * width + column) * 4;
      pixels.fill(255 - (255 * dark) / samples ** 2, pixel, pixel + 3);
    }
  return pixels;
};

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const uriOf = (name: string, email: string) => otpauthUri({ ...labels(name, email), secret });
const longestEmail = `${'a.b+c'.repeat(12)}@${'long-label.'.repeat(16)}example`;

const names = [
  ['64 CJK characters', '電'.repeat(64)],
  ['64 emoji', '😀'.repeat(64)],
  ['families', '👨\u200d👩\u200d👧'.repeat(20)],
  ['80 Latin letters', 'Überlandwerk & Söhne '.repeat(4)],
  ['64 letters without a run', 'qwertyuiopasdfghjklzxcvbnm'.repeat(3)],
  ['stacked marks', 'e\u0323\u0302\u0301'.repeat(60)],
  ['signs', '%&/?#+=!'.repeat(10)],
  ['Persian', 'می\u200cخواهم '.repeat(10)],
] as const;

describe('the QR code', () => {
  it.each(names)('of %s and the longest address can be read from the page at one pixel each', (_, name) => {
    const uri = uriOf(name, longestEmail);
    const modules = modulesOf(svgQrCodes.svg(uri));
    for (const width of [usualWidth, smallWidth])
      for (const isCrisp of [true, false]) {
        expect(width / modules.length).toBeGreaterThan(4);
        expect(jsQr(pixelsOf(modules, width, isCrisp), width, width)?.data).toBe(uri);
      }
  });

  it('has few enough modules, and its quiet zone, whatever the name and the address', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', 'Z', ' ', 'ü', '電', '%'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 100,
    });
    const address = fc.string({ unit: fc.constantFrom(..."abcxyz019!#$%&'*+/=?^_`{|}~-.@"), maxLength: 254 });
    fc.assert(
      fc.property(text, address, (name, email) => {
        const modules = modulesOf(svgQrCodes.svg(uriOf(name, email)));
        expect(modules.length).toBeLessThanOrEqual(MOST_MODULES + 2 * QUIET_ZONE);
        const columns = modules.map((_, index) => modules.map((row) => row[index] ?? false));
        for (const side of [modules, columns, modules.toReversed(), columns.toReversed()]) {
          expect(side.slice(0, QUIET_ZONE).flat()).not.toContain(true);
          expect(side[QUIET_ZONE]).toContain(true);
        }
      }),
    );
  });
});
