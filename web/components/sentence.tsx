/** What went wrong, with a link if something can be done about it on another page. */
export const Sentence = ({ text, href }: { text: string; href?: string | undefined }) => (
  <>{href === undefined ? text : <a href={href}>{text}</a>}</>
);
