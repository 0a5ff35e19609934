import { create } from 'qrcode/lib/core/qrcode.js';
import { render } from 'qrcode/lib/renderer/svg-tag.js';
import type { QrCodes } from '../ports/qr-codes.ts';

/** Modules of white around the code: ISO/IEC 18004 asks for four. */
const QUIET_ZONE = 4;

/**
 * Only the library's core and its SVG renderer: the rest of it draws PNG and canvas, and would weigh more. The lowest
 * level of error correction: a screen is neither torn nor stained, and fewer modules are larger ones.
 */
export const svgQrCodes: QrCodes = {
  svg: (text) => render(create(text, { errorCorrectionLevel: 'L' }), { margin: QUIET_ZONE }).trim(),
};
