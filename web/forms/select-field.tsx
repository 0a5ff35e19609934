import { type Form, idOf } from './use-form.ts';

type Option = { value: string; text: string; lang?: string };
type Props = { form: Form; name: string; label: string; options: Option[]; selected: string };

/** A labelled choice among options that are all valid. */
export const SelectField = ({ form, name, label, options, selected }: Props) => (
  <div class="field">
    <label for={idOf(form, name)}>{label}</label>
    <select id={idOf(form, name)} name={name}>
      {options.map(({ value, text, lang }) => (
        <option key={value} value={value} selected={value === selected} {...(lang && { lang })}>
          {text}
        </option>
      ))}
    </select>
  </div>
);
