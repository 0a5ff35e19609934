import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What the picture consists of. The rest is dropped: text, camera data with places, animation. */
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND']);
const MOST_PIXELS = 1_024;
const HEADER_BYTES = 13;
const FRAME_BYTES = 12;

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

type Chunk = { type: string; data: Buffer; whole: Buffer };

/** Length, type, data and checksum of each chunk, up to the end of the image; null if any is damaged. */
const chunksOf = (bytes: Buffer): Chunk[] | null => {
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at + FRAME_BYTES <= bytes.length) {
    const end = at + FRAME_BYTES + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const whole = bytes.subarray(at, end);
    const typeAndData = whole.subarray(4, -4);
    if (crc32(typeAndData) !== whole.readUInt32BE(whole.length - 4)) return null;
    const type = typeAndData.subarray(0, 4).toString('latin1');
    chunks.push({ type, data: typeAndData.subarray(4), whole });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
};

type Picture = { bytes: Buffer; width: number; height: number };

/**
 * The same picture without anything else (ISO/IEC 15948): whatever follows its end or hides beside it is gone. Its
 * pixels are not decoded, and their number is limited for those who do.
 */
export const cleanPng = (bytes: Buffer): Picture | 'logo_unreadable' | 'logo_too_large' => {
  const chunks = chunksOf(bytes);
  const [header] = chunks ?? [];
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== HEADER_BYTES) return 'logo_unreadable';
  if (!chunks.some(({ type }) => type === 'IDAT')) return 'logo_unreadable';
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  if (width === 0 || height === 0) return 'logo_unreadable';
  if (width > MOST_PIXELS || height > MOST_PIXELS) return 'logo_too_large';
  const parts = chunks.filter(({ type }) => kept.has(type)).map(({ whole }) => whole);
  return { bytes: Buffer.concat([SIGNATURE, ...parts]), width, height };
};
