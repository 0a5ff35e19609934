import { SaxesParser } from 'saxes';

/** What pictures are drawn with. No script, no style sheet, no foreign content, no image, nothing that animates. */
const elements = new Set(
  'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop clipPath mask'.split(
    ' ',
  ),
);
const SVG = 'http://www.w3.org/2000/svg';
/** Attributes that are read as code or as addresses; of addresses, those within the picture remain. */
const addresses = new Set(['href', 'xlink:href']);
const isSafe = (name: string, value: string): boolean => {
  if (/^on/i.test(name)) return false;
  if (name === 'style' && /@import|expression|\\/i.test(value)) return false;
  if (addresses.has(name)) return /^#[\w.-]+$/.test(value);
  return [...value.matchAll(/url\s*\(\s*(['"]?)([^'")]*)/gi)].every(([, , target = '']) => target.startsWith('#'));
};

class Unsafe extends Error {}

const refuse = (): never => {
  throw new Unsafe();
};

/**
 * Whether a text is a picture in SVG, with only what pictures are drawn with. It is refused rather than cleaned: what
 * is shown is what was sent. A page shows it as an image besides, where nothing in it runs or loads.
 */
export const checkSvg = (text: string): 'ok' | 'logo_unreadable' | 'logo_unsafe' => {
  const parser = new SaxesParser({ xmlns: true });
  let root: string | undefined;
  parser.on('doctype', refuse);
  parser.on('processinginstruction', refuse);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    root ??= uri === SVG ? local : '';
    if (uri !== SVG || !elements.has(local)) refuse();
    for (const { name, value } of Object.values(attributes)) if (!isSafe(name, value)) refuse();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return error instanceof Unsafe && (root === undefined || root === 'svg') ? 'logo_unsafe' : 'logo_unreadable';
  }
  return root === 'svg' ? 'ok' : 'logo_unreadable';
};
