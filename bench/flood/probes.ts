import { setTimeout } from 'node:timers/promises';
import type { Client } from '../kit/client.ts';
import type { Account } from './people.ts';

/** Triggers a mail, and resolves to the seconds until it arrives. */
export type Probe = () => Promise<number>;

const LOOK_EVERY_MS = 200;
/** Anything longer is as bad as never. */
const MOST_SECONDS = 90;

/**
 * Requests another set of recovery codes: each sends a mail, whatever was sent before. Each account asks once per
 * flood, so that neither its own limit nor a free lane of the stream decides the figure.
 */
export const probesOf = (client: Client, controlUrl: string, accounts: Account[]): Probe[] => {
  const mailsTo = async (email: string): Promise<number> => {
    const answer = await fetch(`${controlUrl}/mail?to=${encodeURIComponent(email)}`);
    const { mails } = (await answer.json()) as { mails: { subject: string }[] };
    return mails.filter(({ subject }) => /recovery codes/i.test(subject)).length;
  };
  return accounts.map((account) => async () => {
    const before = await mailsTo(account.email);
    const startedAt = performance.now();
    const seconds = (): number => (performance.now() - startedAt) / 1_000;
    const answer = await client.send('POST', '/v1/me/two-factor/recovery-codes', account.token);
    account.token = (answer.json as { session: { token: string } }).session.token;
    while (seconds() < MOST_SECONDS && (await mailsTo(account.email)) === before) await setTimeout(LOOK_EVERY_MS);
    return seconds();
  });
};
