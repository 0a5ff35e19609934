import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type sesLocal from 'aws-ses-v2-local';

// CommonJS, whose default export is named so: an import finds it in one place or another, by who loads it.
const { default: startSes } = createRequire(import.meta.url)('aws-ses-v2-local') as typeof sesLocal;

/** One mail as SES took it. */
export type SentMail = { from: string; to: string[]; subject: string; text: string; html: string; at: number };
type Stored = {
  from: string;
  destination: { to: string[] };
  subject: string;
  body: { text: string; html: string };
  at: number;
};

/** SES v2 by `aws-ses-v2-local`: mails are kept, and sent to nobody. */
export const startMailServer = async () => {
  const server = await startSes({ host: '127.0.0.1', port: 0 });
  if (!server.listening) throw new Error('The mail server did not start');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async sent(to: string | null): Promise<SentMail[]> {
      const { emails } = (await (await fetch(`${url}/store`)).json()) as { emails: Stored[] };
      return emails
        .map(({ from, destination, subject, body, at }) => ({ from, to: destination.to, subject, ...body, at }))
        .filter((mail) => to === null || mail.to.includes(to));
    },
    async stop(): Promise<void> {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
