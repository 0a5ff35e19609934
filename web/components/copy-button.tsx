import { useState } from 'preact/hooks';
import { texts } from '../texts/index.ts';

type Props = { text: string; label?: string };

/** Copies a text and says so, to screen readers too. */
export const CopyButton = ({ text, label = texts.general.copy }: Props) => {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    // Missing entirely if the page was loaded without TLS.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? texts.general.copied : texts.general.notCopied);
    setTimeout(() => setSaid(''), 4_000);
  };
  return (
    <span class="copy">
      <button type="button" class="secondary small" onClick={copy}>
        {label}
      </button>
      <span role="status">{said}</span>
    </span>
  );
};
