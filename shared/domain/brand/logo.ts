/** Shown 32 pixels high: more would only make pages slow. */
export const LOGO_BYTES = 32_768;
