import type { Language } from '../../shared/domain/languages.ts';
import { chooseLanguage, currentLanguage } from '../language.ts';
import { texts } from '../texts/index.ts';
import { languageNames } from '../texts/names.ts';

/** On every page: someone who cannot read it needs the choice most. */
export const LanguageChoice = ({ before }: { before?: ((language: Language) => Promise<unknown>) | undefined }) => {
  const choose = async (language: Language): Promise<void> => {
    // Not kept with the account, it still holds for this browser.
    await before?.(language).catch(() => undefined);
    chooseLanguage(language);
  };
  return (
    <div class="language">
      <label for="language">{texts.general.language}</label>
      <select id="language" name="language" onChange={({ currentTarget: { value } }) => void choose(value as Language)}>
        {Object.entries(languageNames).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag} selected={tag === currentLanguage()}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
};
