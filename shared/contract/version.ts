/** The release that this is: the same as in package.json, the changelog and the stack's output. */
export const VERSION = '0.1.0';
