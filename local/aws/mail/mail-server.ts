import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type sesLocal from 'aws-ses-v2-local';

// CommonJS with a default export of that name: where an import finds it depends on the loader.
const { default: startSes } = createRequire(import.meta.url)('aws-ses-v2-local') as typeof sesLocal;

/** One mail as SES accepted it. */
export type SentMail = { from: string; to: string[]; subject: string; text: string; html: string; at: number };
type Stored = {
  messageId: string;
  from: string;
  destination: { to: string[] };
  subject: string;
  body: { text: string; html: string };
  at: number;
};

/** The fetched mails, by address. */
const createMailbox = () => {
  const ids = new Set<string>();
  const all: SentMail[] = [];
  const byAddress = new Map<string, SentMail[]>();
  return {
    /** In seconds since the epoch: more mails may still arrive in that second. */
    latest: (): number => all.at(-1)?.at ?? 0,
    add({ messageId, from, destination, subject, body, at }: Stored): void {
      // The server draws its ids from fewer than a billion: not enough to be unique among thousands.
      const id = JSON.stringify([messageId, at, destination.to, subject]);
      if (ids.has(id)) return;
      ids.add(id);
      const mail = { from, to: destination.to, subject, ...body, at };
      all.push(mail);
      for (const address of mail.to) byAddress.set(address, [...(byAddress.get(address) ?? []), mail]);
    },
    of: (to: string | null): SentMail[] => (to === null ? all : (byAddress.get(to) ?? [])),
  };
};

/** SES v2 through `aws-ses-v2-local`: mails are kept and never sent. */
export const startMailServer = async () => {
  const server = await startSes({ host: '127.0.0.1', port: 0 });
  if (!server.listening) throw new Error('The mail server did not start');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const kept = createMailbox();
  return {
    url,
    async sent(to: string | null): Promise<SentMail[]> {
      // Fetches only what is new: callers that wait for a mail ask often, and there may be thousands.
      const { emails } = (await (await fetch(`${url}/store?since=${kept.latest()}`)).json()) as { emails: Stored[] };
      for (const email of emails) kept.add(email);
      return kept.of(to);
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
