import { Notice } from '../components/notice.tsx';
import { texts } from '../texts/index.ts';
import type { LinkToken } from './link-token.ts';

const sentences = { 'read before': texts.links.readBefore, missing: texts.links.incomplete };

/** What to do if a page was opened without the token that it needs. */
export const NoLink = ({ why }: { why: Extract<LinkToken, string> }) => (
  <Notice kind="warning">{sentences[why]}</Notice>
);
