import { create } from 'qrcode/lib/core/qrcode.js';
import { render } from 'qrcode/lib/renderer/svg-tag.js';
import type { QrCodes } from '../ports/qr-codes.ts';

/** The white margin around the code, in modules: ISO/IEC 18004 requires four. */
const QUIET_ZONE = 4;

/**
 * Imports only the library's core and its SVG renderer: the rest draws PNG and canvas and would make the bundle larger.
 * The lowest level of error correction is enough: a screen is neither torn nor stained, and fewer modules are easier to
 * scan.
 */
export const svgQrCodes: QrCodes = {
  svg: (text) => render(create(text, { errorCorrectionLevel: 'L' }), { margin: QUIET_ZONE }).trim(),
};
