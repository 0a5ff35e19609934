import { Notice } from '../components/notice.tsx';
import { sendsMail } from '../product.ts';
import { texts } from '../texts/index.ts';

/** A link that no longer works, and how to get another. */
export const LinkOver = ({ text = texts.links.over }: { text?: string }) => (
  <>
    <Notice kind="warning">
      {text} {!sendsMail && texts.setPassword.askAgain}
    </Notice>
    {sendsMail && (
      <p>
        <a href="/forgot-password">{texts.setPassword.resetAgain}</a>
      </p>
    )}
  </>
);
