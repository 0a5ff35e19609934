/** Draws a text as a QR code: a scalable SVG document with the quiet zone that scanners need. */
export type QrCodes = { svg(text: string): string };
