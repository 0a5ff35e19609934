import { LOGO_BYTES, type LogoFault } from '../../../shared/domain/brand/logo.ts';

/** Three times the height at which pages and mails show it, for dense screens. */
const HEIGHT = 96;
const WIDTH = 600;
const SHRINK = 0.8;
const LEAST = 24;

const SVG = 'image/svg+xml';

const pngOf = (image: ImageBitmap, scale: number): Promise<Blob | null> => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
};

/** A PNG that fits, from any image that the browser can read; undefined if it cannot. */
const scaled = async (file: File): Promise<Blob | undefined> => {
  const image = await createImageBitmap(file).catch(() => undefined);
  if (!image) return undefined;
  let scale = Math.min(1, HEIGHT / image.height, WIDTH / image.width);
  for (;;) {
    const png = await pngOf(image, scale);
    if (!png) return undefined;
    if (png.size <= LOGO_BYTES || image.height * scale < LEAST) return png;
    scale *= SHRINK;
  }
};

const addressOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

/** A file as a `data:` address, to show and to send, or why it cannot be a logo. An SVG is sent as it is. */
export const pictureOf = async (file: File): Promise<{ address: string } | { fault: LogoFault }> => {
  if (file.type === SVG && file.size > LOGO_BYTES) return { fault: 'logo_too_large' };
  const picture = file.type === SVG ? file : await scaled(file);
  const address = picture && (await addressOf(picture).catch(() => undefined));
  return address ? { address } : { fault: 'logo_unreadable' };
};

export const base64Of = (address: string): string => address.slice(address.indexOf(',') + 1);
