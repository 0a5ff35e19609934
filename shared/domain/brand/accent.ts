import * as z from 'zod/mini';
import type { Fault } from '../errors.ts';
import { faultless } from '../fields.ts';

/* An organization's own color, as far as people can read text in it, and on it. */

/** The backgrounds on which the accent appears as text, by color scheme; tokens.css and the mails have no others. */
export const grounds = {
  light: ['#f4f6f7', '#f5f7f8', '#ffffff', '#e6f1f4', '#e4f4ea', '#fdf2d9', '#fcebea', '#e7ecee'],
  dark: ['#11181b', '#182226', '#15303a', '#14301f', '#372a0c', '#3a1816', '#263338'],
} as const;
/** What is written on the accent. */
export const onAccent = { light: '#ffffff', dark: '#0b1f21' } as const;
export type Scheme = keyof typeof grounds;
/** WCAG 2.2, 1.4.3 (AA): text of normal size. */
export const LEAST_CONTRAST = 4.5;

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio of two colors, 1 to 21 (WCAG 2.2). */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** The lowest contrast that an accent has anywhere, as text or as the background of a button. */
export const lowestContrast = (scheme: Scheme, accent: string): number =>
  Math.min(...[...grounds[scheme], onAccent[scheme]].map((ground) => contrast(accent, ground)));

const colorFault = (scheme: Scheme, accent: string): Fault | undefined => {
  const lowest = lowestContrast(scheme, accent);
  if (lowest >= LEAST_CONTRAST) return undefined;
  // Rounded down, so that it never shows the ratio that it misses.
  const value = (Math.floor(lowest * 10) / 10).toFixed(1);
  return {
    code: scheme === 'light' ? 'color_too_light' : 'color_too_dark',
    detail: `Contrast is ${value} : 1, and text needs ${LEAST_CONTRAST} : 1. Choose a ${scheme === 'light' ? 'darker' : 'lighter'} color`,
    value,
  };
};

const Color = (scheme: Scheme) =>
  z.pipe(
    z.pipe(
      z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, 'Use a color like #0b5f67')),
      z.transform((color: string) => color.toLowerCase()),
    ),
    z.string().check(faultless((color) => colorFault(scheme, color))),
  );
/** One color for each color scheme: none is legible in both. */
export const Accent = z.strictObject({ light: Color('light'), dark: Color('dark') });
export type Accent = z.infer<typeof Accent>;
