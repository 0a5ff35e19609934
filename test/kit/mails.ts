import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Published } from '../../local/aws/event-bus.ts';
import type { SentMail } from '../../local/aws/mail/mail-server.ts';

/* What people and machines were notified of: read from the mail server and from the bus. */

const { controlUrl } = inject('accounts');
const control = async <T>(path: string): Promise<T> => (await (await fetch(controlUrl + path)).json()) as T;
export const mailsTo = async (email: string): Promise<SentMail[]> =>
  (await control<{ mails: SentMail[] }>(`/mail?to=${encodeURIComponent(email)}`)).mails;

/** Waits until someone was sent a mail with this subject; on a busy machine, delivery may be a minute behind. */
export const mailTo = async (email: string, subject: string): Promise<SentMail> => {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const found = (await mailsTo(email)).find((mail) => mail.subject === subject);
    if (found) return found;
    await setTimeout(100);
  }
  throw new Error(`no mail "${subject}", but: ${(await mailsTo(email)).map((mail) => mail.subject).join(', ')}`);
};
/** The bypass code that someone was mailed. */
export const mailedPass = async (email: string): Promise<string> =>
  /([0-9A-Z]{6}-){3}[0-9A-Z]{6}/.exec((await mailTo(email, 'Your bypass code')).text)?.[0] ?? '';
/** Runs everything that runs by a schedule, now. */
export const runSchedules = async (): Promise<void> => {
  const { ran } = (await (await fetch(`${controlUrl}/schedules`, { method: 'POST', body: '{}' })).json()) as {
    ran: { function: string; ok: boolean }[];
  };
  const failed = ran.filter(({ ok }) => !ok);
  if (failed.length > 0) throw new Error(`failed: ${failed.map((each) => each.function).join(', ')}`);
};

export const linkOf = ({ text }: SentMail): URL => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
export const tokenOf = (mail: SentMail): string => linkOf(mail).hash.slice(1);
export const eventsOf = async (userId: string): Promise<string[]> =>
  (await control<{ events: Published[] }>('/events')).events
    .filter(({ detail }) => (detail as { userId: string }).userId === userId)
    .map(({ type }) => type);
