import { LEAST_CONTRAST, lowestContrast, type Scheme } from '../../../shared/domain/brand/accent.ts';
import { type Form, idOf } from '../../forms/use-form.ts';
import { locale } from '../../language.ts';
import { userTexts } from '../../texts/users.ts';

const { brand: words } = userTexts;

/** Rounded down: never shown as enough if it is not. */
const ratioOf = (contrast: number): string =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    Math.floor(contrast * 10) / 10,
  );

type Props = { form: Form; scheme: Scheme; color: string; onColor(color: string): void };

/** A color for one color scheme, and whether text in it can be read. */
export const ColorField = ({ form, scheme, color, onColor }: Props) => {
  const name = `accent/${scheme}`;
  const id = idOf(form, name);
  const error = form.errorOf(name);
  const lowest = lowestContrast(scheme, color);
  const say = lowest >= LEAST_CONTRAST ? words.contrast : words.lowContrast;
  return (
    <div class="field">
      <label for={id}>{words[scheme]}</label>
      {error && (
        <small id={`${id}-fault`} class="fault">
          {error}
        </small>
      )}
      <input
        id={id}
        type="color"
        value={color}
        aria-describedby={`${id}-ratio${error ? ` ${id}-fault` : ''}`}
        {...(error && { 'aria-invalid': true })}
        onInput={({ currentTarget: { value } }) => onColor(value)}
      />
      <small id={`${id}-ratio`} class="hint">
        {say(ratioOf(lowest))}
      </small>
    </div>
  );
};
