/** Shown 32 pixels high: more would only make pages slow. */
export const LOGO_BYTES = 32_768;

/** What can be wrong with a logo, in words. */
export const logoFaults = {
  logo_unreadable: 'This is neither a PNG nor an SVG image',
  logo_too_large: `Use an image of at most ${LOGO_BYTES / 1024} KB, and at most 1,024 pixels wide and high`,
  logo_unsafe:
    'This SVG has more than a simple picture in it, such as a script, a style sheet, a mask, or parts that are drawn again',
} as const;
export type LogoFault = keyof typeof logoFaults;
