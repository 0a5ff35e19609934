import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { logoReader } from '../../../shared/adapters/logos/logo-reader.ts';
import { LOGO_BYTES } from '../../../shared/domain/brand/logo.ts';
import { pngLogo, svgLogo } from '../../kit/logos.ts';

const read = (image: Buffer | string) => logoReader.read(Buffer.from(image));
const codeOf = (image: Buffer | string) => {
  const found = read(image);
  return 'detail' in found ? found.code : 'ok';
};
const bytesOf = (image: Buffer | string): Buffer => {
  const found = read(image);
  if ('detail' in found) throw new Error(found.detail);
  return Buffer.from(found.bytes);
};
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
/** After the header, whose chunk ends 33 bytes into the file. */
const withChunk = (png: Buffer, type: string, data: string): Buffer =>
  Buffer.concat([png.subarray(0, 33), chunk(type, Buffer.from(data)), png.subarray(33)]);

describe('a PNG logo', () => {
  it('stays the same picture, named by its content', () => {
    const png = pngLogo();
    const [found, again] = [read(png), read(png)];
    expect(found).toMatchObject({ type: 'image/png', id: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(found).toEqual(again);
    expect(read(pngLogo(64, 32, [1, 2, 3, 255]))).not.toMatchObject({ id: (found as { id: string }).id });
    expect(PNG.sync.read(bytesOf(png)).data.equals(PNG.sync.read(png).data)).toBe(true);
  });

  it.each(['tEXt', 'iTXt', 'eXIf', 'acTL', 'zzZz'])('loses what is not picture: %s', (type) => {
    expect(bytesOf(withChunk(pngLogo(), type, 'GPS 52.5, 13.4')).toString('latin1')).not.toContain('GPS');
  });

  it('loses what comes after its end, such as another file', () => {
    const polyglot = Buffer.concat([pngLogo(), Buffer.from('<script>alert(1)</script>')]);
    expect(bytesOf(polyglot).equals(bytesOf(pngLogo()))).toBe(true);
  });

  it('is refused if it is damaged, cut short, or without a picture', () => {
    const png = pngLogo();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: png.length - 1 }),
        (end) => codeOf(png.subarray(0, end)) === 'logo_unreadable',
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 8, max: png.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(png);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        return codeOf(damaged) === 'logo_unreadable';
      }),
    );
    const header = png.subarray(0, 33);
    expect(codeOf(Buffer.concat([header, chunk('IEND', Buffer.alloc(0))]))).toBe('logo_unreadable');
  });

  it('is refused if it has too many bytes, or unpacks into too many pixels', () => {
    expect(codeOf(pngLogo(1_024, 16))).toBe('ok');
    expect(codeOf(pngLogo(1_025, 16))).toBe('logo_too_large');
    expect(codeOf(pngLogo(16, 1_025))).toBe('logo_too_large');
    expect(codeOf(Buffer.concat([pngLogo(), Buffer.alloc(LOGO_BYTES)]))).toBe('logo_too_large');
  });
});

describe('an SVG logo', () => {
  it('is taken as it is', () => {
    const svg = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Acme -->${svgLogo('<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><clipPath id="c"><rect width="9" height="9"/></clipPath><path d="M0 0h9" style="fill:url(#a)" clip-path="url(#c)"/>')}`;
    expect(read(svg)).toMatchObject({ type: 'image/svg+xml' });
    expect(bytesOf(svg).toString()).toBe(svg);
  });

  it.each([
    ['a script', svgLogo('<script>alert(1)</script>')],
    ['a handler', svgLogo('<circle r="1" onload="alert(1)"/>')],
    ['a handler at its root', svgLogo('', 'onclick="alert(1)"')],
    ['a link', svgLogo('<a href="https://evil.example"><circle r="1"/></a>')],
    ['an image from elsewhere', svgLogo('<image href="https://evil.example/x.png"/>')],
    ['foreign content', svgLogo('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>')],
    ['a style sheet', svgLogo('<style>@import url(https://evil.example)</style>')],
    ['an animation', svgLogo('<circle r="1"><animate attributeName="href" to="javascript:alert(1)"/></circle>')],
    ['an address from elsewhere', svgLogo('<circle r="1" fill="url(https://evil.example#a)"/>')],
    ['an address in a style', svgLogo('<circle r="1" style="fill:url( \'//evil.example#a\')"/>')],
    ['an address in an escaped style', svgLogo('<circle r="1" style="fill:u\\72l(//evil.example)"/>')],
    ['a gradient from elsewhere', svgLogo('<linearGradient href="other.svg#a"/>')],
    ['one by another prefix', svgLogo('<linearGradient x:href="data:x" xmlns:x="http://www.w3.org/1999/xlink"/>')],
    ['an escaped address', svgLogo('<circle r="1" fill="u\\72l(https://evil.example/#a)"/>')],
    ['another way to fetch', svgLogo('<circle r="1" style="background:image-set(\'https://evil.example/a\' 1x)"/>')],
    ['a part that is drawn again', svgLogo('<g id="a"><circle r="1"/></g><use href="#a"/>')],
    ['a mask', svgLogo('<mask id="a"><circle r="1"/></mask>')],
    ['a clip in a clip', svgLogo('<clipPath id="a"><circle r="1" clip-path="url(#b)"/></clipPath>')],
    [
      'a clip in a clip, by its style',
      svgLogo('<clipPath id="a"><circle r="1" style="clip-path:url(#b)"/></clipPath>'),
    ],
    ['a document type', `<!DOCTYPE svg [<!ENTITY x "y">]>${svgLogo()}`],
    ['a style sheet from elsewhere', `<?xml-stylesheet href="https://evil.example"?>${svgLogo()}`],
    [
      'elements of another kind by prefix',
      svgLogo('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'),
    ],
  ])('is refused with %s', (_, svg) => {
    expect(codeOf(svg)).toBe('logo_unsafe');
  });

  it.each([
    ['nothing', ''],
    ['text', 'a logo'],
    ['HTML', '<html><body/></html>'],
    ['an SVG without its namespace', '<svg/>'],
    ['an SVG that does not end', svgLogo().slice(0, -6)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('is not %s', (_, image) => {
    expect(codeOf(image)).toBe('logo_unreadable');
  });
});
