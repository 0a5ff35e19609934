import { generated } from './tables.ts';

/** The text between the marks of a generated part. */
const parts = /(<!-- generated: ([a-z-]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g;

/**
 * A page with its generated parts brought up to date with the code.
 * @throws Error for a part that nothing generates
 */
export const fill = (page: string): string =>
  page.replace(parts, (_, begin: string, name: string, end: string) => {
    const generate = generated[name];
    if (!generate) throw new Error(`nothing generates "${name}"`);
    return `${begin}\n${generate()}\n\n${end}`;
  });
