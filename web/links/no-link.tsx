import { Notice } from '../components/notice.tsx';
import { texts } from '../texts/index.ts';
import type { LinkToken } from './link-token.ts';

const sentences = { 'read before': texts.links.readBefore, missing: texts.links.incomplete };

/** What to do where a page was opened without the token that it is about. */
export const NoLink = ({ why }: { why: Extract<LinkToken, string> }) => (
  <Notice kind="warning">{sentences[why]}</Notice>
);
