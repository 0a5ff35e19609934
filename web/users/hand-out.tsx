import { CopyButton } from '../layout/copy-button.tsx';
import { Moment } from '../layout/moment.tsx';
import { Notice } from '../layout/notice.tsx';

export type HandOut = { lead: string; text: string; expiresAt: string };

/** What an administrator is to give to a user: shown once, with the time until which it works. */
export const HandOutNotice = ({ lead, text, expiresAt }: HandOut) => (
  <Notice kind="success">
    <p>
      {lead} <Moment at={expiresAt} />.
    </p>
    <code class="wrap">{text}</code>
    <p>
      <CopyButton text={text} />
    </p>
  </Notice>
);
