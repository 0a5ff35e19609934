/* What the words of a mail are, and what they may speak of. */

export type Words = { subject: string; lines: string[]; action?: string };
/** What a mail may speak of. `when` and `where` are of what happened. */
export type Facts = {
  organization: string;
  name: string;
  when: string;
  where: string;
  used: number;
  until: string;
  /** What the mail hands over, where it does. */
  pass: string;
  /** What changed about someone's rights, and whose. */
  change: string;
  about: string;
};

export const unexpected = 'If that wasn’t you, tell your administrator right away.';
