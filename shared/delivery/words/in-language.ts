import type { Language } from '../../domain/languages.ts';
import { ar } from './ar/index.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import type { MailTexts } from './words.ts';

export const mailTexts: Record<Language, MailTexts> = { en, de, es, fr, ar };
