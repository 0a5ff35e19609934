/**
 * Addresses, names and the like are of their own direction within a text from right to left: without these marks (first
 * strong isolate, pop directional isolate), an IPv6 address would come apart.
 */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** A percentage as CLDR writes it in Arabic: the marks keep the sign on the right of the digits. */
export const percent = (value: number): string => `${value}\u200e%\u200e`;
