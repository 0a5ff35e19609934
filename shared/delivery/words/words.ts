/* What the texts of a mail consist of, and the facts that they may mention. */

import type { mails } from './en/index.ts';

export type MailName = keyof typeof mails;
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
  /** The address of a change. */
  newEmail: string;
  /** What changed about someone's rights, and whose rights they are. */
  change: string;
  about: string;
};

/** Every text of the mails in one language: a folder beside `en`, with the same files. */
export type MailTexts = {
  /** Without a name where it could be someone else's message. */
  greeting(name?: string): string;
  /** Why the reader gets this mail. */
  footer(organization: string, product: string): string;
  /** Where people reach someone who can help. */
  help(contact: string): string;
  /** A browser and the system that it runs on. */
  device(browser: string, system: string): string;
  /** A place, as part of a sentence: what knows addresses is seldom exact about the city. */
  near(city: string, country: string): string;
  /** Between a device and a place. */
  comma: string;
  /** A day, a time and a time zone, all formatted already. */
  moment(day: string, time: string, zone: string): string;
  mails: Record<MailName, (facts: Facts) => Words>;
};
