import { type Form, idOf } from '../../forms/use-form.ts';
import { userTexts } from '../../texts/users.ts';
import { pictureOf } from './picture.ts';

const { brand: words } = userTexts;

type Props = {
  form: Form;
  /** The address of the image that is there or chosen. */
  shown: string | undefined;
  onChoose(address: string | null): void;
};

/** The logo: what is there, another file, or none. */
export const LogoField = ({ form, shown, onChoose }: Props) => {
  const id = idOf(form, 'logo');
  const error = form.errorOf('logo');
  const choose = async (file: File | undefined): Promise<void> => {
    if (file) onChoose(await pictureOf(file));
  };
  return (
    <div class="field">
      <label for={id}>{words.logo}</label>
      <small id={`${id}-hint`} class="hint">
        {words.logoHint}
      </small>
      {error && (
        <small id={`${id}-fault`} class="fault">
          {error}
        </small>
      )}
      <input
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/svg+xml"
        aria-describedby={`${id}-hint${error ? ` ${id}-fault` : ''}`}
        {...(error && { 'aria-invalid': true })}
        onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
      />
      {shown && (
        <p class="logo-now">
          <img src={shown} alt={words.current} />
          <button type="button" class="secondary small" onClick={() => onChoose(null)}>
            {words.remove}
          </button>
        </p>
      )}
    </div>
  );
};
