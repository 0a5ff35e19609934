/* What the texts of a mail consist of, and the facts that they may mention. */

export type Words = { subject: string; lines: string[]; action?: string };
/** The facts that a mail may mention. `when` and `where` describe what happened. */
export type Facts = {
  organization: string;
  name: string;
  when: string;
  where: string;
  used: number;
  until: string;
  /** What the mail hands over, if anything. */
  pass: string;
  /** What changed about someone's rights, and whose rights they are. */
  change: string;
  about: string;
};

export const unexpected = 'If that wasn’t you, tell your administrator right away.';
