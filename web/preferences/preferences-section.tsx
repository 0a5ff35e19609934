import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { updateAccount } from '../../shared/contract/operations/account.ts';
import { languageTags } from '../../shared/domain/languages.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { Outcome } from '../components/outcome.tsx';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { useForm } from '../forms/use-form.ts';
import { chooseLanguage, currentLanguage, timeZone } from '../language.ts';
import { accountTexts } from '../texts/account.ts';
import { texts } from '../texts/index.ts';
import { languageNames } from '../texts/names.ts';

const { preferences: words } = accountTexts;

const languageOptions = Object.entries(languageNames).map(([value, text]) => ({ value, text, lang: value }));

/** All zones that the browser knows; the present one, in case it goes by another name there. */
const zoneOptions = (present: string) =>
  [...new Set([present, ...Intl.supportedValuesOf('timeZone')])]
    .sort()
    .map((value) => ({ value, text: value.replaceAll('_', ' ') }));

const Fields = z.object({ language: z.enum(languageTags), timeZone: z.string(), reminders: z.optional(z.string()) });

/** How the pages and mails speak to the owner. */
export const PreferencesSection = () => {
  const { account, change } = useAccount();
  const [said, setSaid] = useState('');
  const form = useForm({
    schema: Fields,
    act: async ({ reminders, ...choices }) => {
      setSaid('');
      // A box that is not checked is not sent.
      const changed = await call(updateAccount, { ...choices, reminders: reminders !== undefined });
      const { language, timeZone: zone } = changed;
      change({ ...(language && { language }), ...(zone && { timeZone: zone }), reminders: changed.reminders });
      setSaid(words.saved);
      if (language) chooseLanguage(language);
    },
  });
  return (
    <section aria-labelledby="preferences">
      <h2 id="preferences">{words.title}</h2>
      <p>{words.lead}</p>
      <Outcome said={said} />
      <Form form={form} submit={words.submit}>
        <SelectField
          form={form}
          name="language"
          label={texts.general.language}
          options={languageOptions}
          selected={currentLanguage()}
        />
        <SelectField
          form={form}
          name="timeZone"
          label={words.timeZone}
          options={zoneOptions(timeZone())}
          selected={timeZone()}
        />
        <label class="box">
          <input type="checkbox" name="reminders" defaultChecked={account.reminders} />
          {words.reminders}
        </label>
      </Form>
    </section>
  );
};
