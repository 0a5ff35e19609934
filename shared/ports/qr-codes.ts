/** Draws a text as a QR code: an SVG document that scales, with the quiet zone that scanners need. */
export type QrCodes = { svg(text: string): string };
