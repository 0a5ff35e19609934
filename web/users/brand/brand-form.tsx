import { useState } from 'preact/hooks';
import { updateBrand } from '../../../shared/contract/operations/brand-change.ts';
import { useAccount } from '../../api/account.ts';
import { call } from '../../api/call.ts';
import { adoptBrand, type KnownBrand } from '../../brand/known-brand.ts';
import { Outcome } from '../../components/outcome.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useForm } from '../../forms/use-form.ts';
import { useIdentity } from '../../identity/use-identity.tsx';
import { userTexts } from '../../texts/users.ts';
import { BrandFields, changesOf, linkRows, textName, urlName } from './brand-fields.ts';
import { BrandPreview } from './brand-preview.tsx';
import { ColorField } from './color-field.tsx';
import { LogoField } from './logo-field.tsx';
import { base64Of } from './picture.ts';

const { brand: words } = userTexts;

/** The product's own, to begin with. */
const PLAIN = { light: '#0b5f67', dark: '#6fd0c8' };

export const BrandForm = ({ brand: loaded }: { brand: KnownBrand }) => {
  const [brand, setBrand] = useState(loaded);
  const { account, change } = useAccount();
  const { dialog, withIdentity } = useIdentity();
  const [said, setSaid] = useState('');
  /** The links as they are stored: without gaps. */
  const [round, setRound] = useState(0);
  const [name, setName] = useState(loaded.name);
  const [hasOwnColor, setOwnColor] = useState(brand.accent !== undefined);
  const [accent, setAccent] = useState(brand.accent ?? PLAIN);
  // Undefined: as it is.
  const [logo, setLogo] = useState<string | null>();
  const shown = logo === undefined ? brand.logo?.url : (logo ?? undefined);
  const form = useForm({
    schema: BrandFields,
    act: async (values: Record<string, string>) => {
      setSaid('');
      const changed = changesOf(brand, values, hasOwnColor ? accent : null);
      const logoChange = logo !== undefined && { logo: logo && base64Of(logo) };
      const sent = { ...changed, ...logoChange };
      if (Object.keys(sent).length === 0) return setSaid(words.saved);
      const saved = await withIdentity(() => call(updateBrand, sent));
      if (!saved) return;
      setLogo(undefined);
      setBrand(saved);
      setRound((count) => count + 1);
      adoptBrand(account.organization.id, saved);
      change({ organization: { ...account.organization, name: saved.name } });
      setSaid(words.saved);
    },
  });
  /** The preview shows what is typed. */
  const watch = (field: HTMLInputElement): void => {
    if (field.name === 'name') setName(field.value);
  };
  return (
    <div onInput={({ target }) => watch(target as HTMLInputElement)}>
      <Form form={form} submit={words.submit}>
        <Field
          form={form}
          name="name"
          label={words.name}
          hint={words.nameHint}
          input={{ defaultValue: brand.name, autocomplete: 'off' }}
        />
        <LogoField form={form} shown={shown} onChoose={setLogo} />
        <label class="box">
          <input type="checkbox" checked={hasOwnColor} onChange={() => setOwnColor(!hasOwnColor)} />
          {words.ownColor}
        </label>
        {hasOwnColor && (
          <div class="pair">
            {(['light', 'dark'] as const).map((scheme) => (
              <ColorField
                key={scheme}
                form={form}
                scheme={scheme}
                color={accent[scheme]}
                onColor={(color) => setAccent({ ...accent, [scheme]: color })}
              />
            ))}
          </div>
        )}
        <Field
          form={form}
          name="supportContact"
          label={words.support}
          hint={words.supportHint}
          input={{ defaultValue: brand.supportContact ?? '', autocomplete: 'off', autocapitalize: 'none' }}
        />
        <Field
          form={form}
          name="lostPhoneHelp"
          label={words.lostPhone}
          hint={words.lostPhoneHint}
          input={{ defaultValue: brand.lostPhoneHelp ?? '', autocomplete: 'off' }}
        />
        <fieldset key={round}>
          <legend>{words.links}</legend>
          {linkRows.map((row) => (
            <div class="pair" key={row}>
              <Field
                form={form}
                name={textName(row)}
                label={words.linkText(row + 1)}
                input={{ defaultValue: brand.links[row]?.text ?? '', autocomplete: 'off' }}
              />
              <Field
                form={form}
                name={urlName(row)}
                label={words.linkUrl(row + 1)}
                input={{ defaultValue: brand.links[row]?.url ?? '', autocomplete: 'off', autocapitalize: 'none' }}
              />
            </div>
          ))}
        </fieldset>
      </Form>
      <Outcome said={said} />
      <BrandPreview name={name} logo={shown} accent={hasOwnColor ? accent : PLAIN} />
      {dialog}
    </div>
  );
};
