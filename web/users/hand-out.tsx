import { CopyButton } from '../components/copy-button.tsx';
import { Moment } from '../components/moment.tsx';
import { Notice } from '../components/notice.tsx';

/**
 * `text`: what an administrator has to give to a user, shown once. Without it, the user got it by email. Without
 * `lead`, the page says what it is.
 */
export type HandOut = { lead?: string; text?: string; expiresAt?: string };

/** What was created for a user, and how long it works. */
export const HandOutNotice = ({ lead, text, expiresAt }: HandOut) => (
  <Notice kind="success" isAnnounced>
    {lead && (
      <p class="wrap">
        {lead}
        {expiresAt && (
          <>
            {' '}
            <Moment at={expiresAt} />.
          </>
        )}
      </p>
    )}
    {text && (
      <>
        <code class="wrap">{text}</code>
        <p>
          <CopyButton text={text} />
        </p>
      </>
    )}
  </Notice>
);
