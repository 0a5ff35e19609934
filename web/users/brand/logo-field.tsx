import { useRef, useState } from 'preact/hooks';
import { type LogoFault, logoFaults } from '../../../shared/domain/brand/logo.ts';
import { type Form, idOf } from '../../forms/use-form.ts';
import { translatedFault } from '../../texts/in-language.ts';
import { userTexts } from '../../texts/users.ts';
import { pictureOf } from './picture.ts';

const { brand: words } = userTexts;

type Props = {
  form: Form;
  /** The address of the image that is there or chosen. */
  shown: string | undefined;
  onChoose(address: string | null): void;
};

/** In the language of the page, as the API would say it. */
const textOf = (code: LogoFault): string => translatedFault({ code, detail: '' }) ?? logoFaults[code];

/** The logo: what is there, another file, or none. */
export const LogoField = ({ form, shown, onChoose }: Props) => {
  const id = idOf(form, 'logo');
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<LogoFault>();
  const latest = useRef(0);
  const error = fault ? textOf(fault) : form.errorOf('logo');
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    latest.current += 1;
    const turn = latest.current;
    const picture = await pictureOf(file);
    // Another file was chosen, or none, while this one was read.
    if (turn !== latest.current) return;
    setFault('fault' in picture ? picture.fault : undefined);
    if ('address' in picture) onChoose(picture.address);
    // The same file can be chosen again.
    if (input.current) input.current.value = '';
  };
  const remove = (): void => {
    latest.current += 1;
    setFault(undefined);
    onChoose(null);
    // The button is gone: the next thing to do is here.
    input.current?.focus();
  };
  return (
    <div class="field">
      <label for={id}>{words.logo}</label>
      <small id={`${id}-hint`} class="hint">
        {words.logoHint}
      </small>
      {error && (
        <small id={`${id}-fault`} class="fault" role="alert">
          {error}
        </small>
      )}
      <input
        ref={input}
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
          <button type="button" class="secondary small" onClick={remove}>
            {words.remove}
          </button>
        </p>
      )}
    </div>
  );
};
