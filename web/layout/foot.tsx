import type { Language } from '../../shared/domain/languages.ts';
import { useBrand } from '../brand/known-brand.ts';
import { texts } from '../texts/index.ts';
import { LanguageChoice } from './language-choice.tsx';

/** Where a support contact leads: a web page, or a new email. */
export const hrefOf = (contact: string): string => (contact.startsWith('https:') ? contact : `mailto:${contact}`);

type Props = { onLanguage?: ((language: Language) => Promise<unknown>) | undefined };

/** Below every page: the organization's links, whom to ask, and the language. */
export const Foot = ({ onLanguage }: Props) => {
  const { links = [], supportContact } = useBrand() ?? {};
  return (
    <footer class="foot">
      {(links.length > 0 || supportContact) && (
        <ul>
          {supportContact && (
            <li>
              <a href={hrefOf(supportContact)}>{texts.general.support}</a>
            </li>
          )}
          {links.map(({ text, url }) => (
            <li key={url}>
              <a href={url} rel="noreferrer">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      <LanguageChoice before={onLanguage} />
    </footer>
  );
};
