// Types for the parts of `qrcode` that are imported by file and that its own types do not cover.
declare module 'qrcode/lib/core/qrcode.js' {
  export type QrCode = { modules: { size: number; data: Uint8Array } };
  export const create: (text: string, options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }) => QrCode;
}

declare module 'qrcode/lib/renderer/svg-tag.js' {
  import type { QrCode } from 'qrcode/lib/core/qrcode.js';
  export const render: (code: QrCode, options: { margin: number }) => string;
}
