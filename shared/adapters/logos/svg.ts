import { SaxesParser } from 'saxes';

/**
 * What pictures are drawn with. No script, no style sheet, no foreign content, no image, nothing that animates, and
 * nothing that draws a part again: ten parts of ten parts, ten times over, are a few lines that no browser finishes.
 */
const elements = new Set(
  'svg g defs title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop clipPath'.split(
    ' ',
  ),
);
const SVG = 'http://www.w3.org/2000/svg';
/** Functions of CSS that fetch something, and an escape, which could hide any of them. */
const fetching = /\\|@import|(?:image|image-set|src|element|cross-fade)\s*\(/i;
const addresses = /url\s*\(\s*(['"]?)([^'")]*)/gi;
/** A clip within a clip would be drawn again, too. */
const clipping = /clip-path|mask/i;

type Attribute = { local: string; value: string };

/** Whether an attribute does nothing but draw; of addresses, only those within the picture remain. */
const isSafe = ({ local, value }: Attribute, isInClip: boolean): boolean => {
  if (/^on/i.test(local) || fetching.test(value)) return false;
  if (local === 'href') return /^#[\w.-]+$/.test(value);
  if (isInClip && (clipping.test(local) || (local === 'style' && clipping.test(value)))) return false;
  return [...value.matchAll(addresses)].every(([, , target = '']) => target.startsWith('#'));
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
  let clips = 0;
  parser.on('doctype', refuse);
  parser.on('processinginstruction', refuse);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    root ??= uri === SVG ? local : '';
    if (uri !== SVG || !elements.has(local)) refuse();
    if (local === 'clipPath') clips += 1;
    for (const attribute of Object.values(attributes)) if (!isSafe(attribute, clips > 0)) refuse();
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'clipPath') clips -= 1;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return error instanceof Unsafe && (root === undefined || root === 'svg') ? 'logo_unsafe' : 'logo_unreadable';
  }
  return root === 'svg' ? 'ok' : 'logo_unreadable';
};
