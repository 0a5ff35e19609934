import { productName } from '../product.ts';
import { pageTexts } from './en/index.ts';
import { translatable } from './in-language.ts';

/** The words of the pages, in the language in use. */
export const texts = { productName, ...translatable('pages', pageTexts) };
