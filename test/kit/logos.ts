import { PNG } from 'pngjs';

/** A PNG image of one color. */
export const pngLogo = (width = 64, height = 32, color = [11, 95, 103, 255]): Buffer => {
  const image = new PNG({ width, height });
  for (let at = 0; at < image.data.length; at += 1) image.data[at] = color[at % 4] ?? 255;
  return PNG.sync.write(image);
};

export const svgLogo = (inside = '<circle cx="8" cy="8" r="7" fill="#0b5f67"/>', attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" ${attributes}>${inside}</svg>`;

export const base64 = (image: Buffer | string): string => Buffer.from(image).toString('base64');
