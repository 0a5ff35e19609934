import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { texts } from '../texts/index.ts';
import { type Form, idOf } from './use-form.ts';

/** Each type of input has its own attributes; these are the ones that fields here use. */
type InputAttributes = Pick<
  InputHTMLAttributes,
  'autocomplete' | 'autocapitalize' | 'spellcheck' | 'inputmode' | 'class'
> & {
  type?: 'text' | 'email' | 'password' | 'date';
  /** What is there before anyone types: `value` would come back with each change of the page. */
  defaultValue?: string;
  /** Emptied when the typed value did not work. */
  'data-clear-on-failure'?: boolean;
};

type Props = {
  form: Form;
  name: string;
  label: string;
  hint?: string | undefined;
  input?: InputAttributes;
  children?: ComponentChildren;
};

/** A labeled field. Its error appears next to it, and the field refers to the error and the hint. */
export const Field = ({ form, name, label, hint, input, children }: Props) => {
  const error = form.errorOf(name);
  const id = idOf(form, name);
  const describedBy = [hint && `${id}-hint`, error && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <small id={`${id}-hint`} class="hint">
          {hint}
        </small>
      )}
      {error && (
        <small id={`${id}-fault`} class="fault">
          {error}
        </small>
      )}
      <div class="control">
        <input
          id={id}
          name={name}
          type="text"
          {...(input as InputHTMLAttributes)}
          {...(describedBy && { 'aria-describedby': describedBy })}
          {...(error && { 'aria-invalid': true })}
        />
        {children}
      </div>
    </div>
  );
};

/** The email address for signing in. */
export const EmailField = ({
  form,
  autocomplete = 'username',
  value = '',
  label = texts.fields.email.label,
}: {
  form: Form;
  autocomplete?: 'username' | 'off';
  value?: string;
  label?: string;
}) => (
  <Field
    form={form}
    name="email"
    label={label}
    input={{ type: 'email', defaultValue: value, autocomplete, autocapitalize: 'none', spellcheck: false }}
  />
);

type PasswordProps = { form: Form; name?: 'password' | 'currentPassword' | 'newPassword'; hint?: string };

/**
 * Whose password a form takes, if the address is not typed: password managers store a password by its address, and
 * would store one without an address for no account. It has no name, so it is not sent.
 */
export const AccountOfPassword = ({ email }: { email: string }) => (
  <input type="email" autocomplete="username" value={email} hidden readOnly />
);

/**
 * A password that can be shown, placed after the `EmailField` or `AccountOfPassword` of its form. It is cleared when it
 * did not work.
 */
export const PasswordField = ({ form, name = 'password', hint }: PasswordProps) => {
  const [isShown, setShown] = useState(false);
  return (
    <Field
      form={form}
      name={name}
      label={texts.fields[name].label}
      hint={hint}
      input={{
        type: isShown ? 'text' : 'password',
        autocomplete: name === 'newPassword' ? 'new-password' : 'current-password',
        autocapitalize: 'none',
        spellcheck: false,
        ...(name !== 'newPassword' && { 'data-clear-on-failure': true }),
      }}
    >
      <button
        type="button"
        class="secondary small"
        aria-controls={idOf(form, name)}
        aria-label={isShown ? texts.password.hideLabel : texts.password.showLabel}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? texts.password.hide : texts.password.show}
      </button>
    </Field>
  );
};

/** A code from the authenticator app: accepts the spaces and hyphens of a pasted code, and never submits by itself. */
export const CodeField = ({ form, hint }: { form: Form; hint?: string }) => (
  <Field
    form={form}
    name="code"
    label={texts.fields.code.label}
    hint={hint}
    input={{
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      class: 'code',
      'data-clear-on-failure': true,
    }}
  />
);

/** Not `one-time-code`: password managers would fill in a code from the app. */
export const RecoveryCodeField = ({ form, hint }: { form: Form; hint?: string }) => (
  <Field
    form={form}
    name="recoveryCode"
    label={texts.fields.recoveryCode.label}
    hint={hint}
    input={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, class: 'code' }}
  />
);

/** A bypass code from an administrator. */
export const BypassCodeField = ({ form }: { form: Form }) => (
  <Field
    form={form}
    name="bypassCode"
    label={texts.fields.bypassCode.label}
    hint={texts.challenge.bypassCodeHint}
    input={{ autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, class: 'code' }}
  />
);
