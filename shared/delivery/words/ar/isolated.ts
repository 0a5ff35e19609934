/**
 * Addresses, names and codes are of their own direction within a text from right to left: without these marks (first
 * strong isolate, pop directional isolate), an IPv6 address or a bypass code would come apart.
 */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
