import { setTimeout } from 'node:timers/promises';
import { withCloud } from '../kit/bench-cloud.ts';
import { clientOf } from '../kit/client.ts';
import { newOrganization } from '../kit/people.ts';
import { report, table } from '../kit/report.ts';
import { type Flood, floods } from './attacks.ts';
import { enrolledAccount } from './people.ts';
import { type Probe, probesOf } from './probes.ts';

/*
 * How long someone waits for a security mail while others flood the product. All mails come from one stream, so what
 * one account or a stranger causes must not hold up everyone else's.
 */

const PROBES = 20;
const EVERY_MS = 1_000;
/** How long a flood runs before the measurement starts: a backlog needs time to grow. */
const LEAD_MS = 3_000;
const AIM_SECONDS = 10;

const none: Flood = { name: 'nobody floods', start: () => ({ stop: async () => 'none' }) };

/** Mails for different accounts, requested in turn and awaited in parallel, as in real life. */
const measure = async (probes: Probe[]): Promise<number[]> => {
  const waiting: Promise<number>[] = [];
  for (const probe of probes) {
    const waited = probe();
    // An early failure is thrown when all are awaited, not here, where nothing would stop the cloud.
    waited.catch(() => undefined);
    waiting.push(waited);
    await setTimeout(EVERY_MS);
  }
  return Promise.all(waiting);
};

const row = (name: string, seconds: number[], made: string): string[] => {
  const sorted = seconds.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1);
  return [name, made, at(0.5), at(0.95), at(1)];
};

await withCloud(async (cloud) => {
  const client = clientOf(cloud);
  const { add } = await newOrganization(client);
  const accounts = [];
  for (let count = 0; count < PROBES; count += 1)
    accounts.push(await enrolledAccount(client, await add(`owner-${count}`)));
  const probes = probesOf(client, cloud.controlUrl, accounts);

  const rows: string[][] = [];
  for (const { name, start } of [none, ...(await floods(cloud, add))]) {
    const flood = start();
    await setTimeout(LEAD_MS);
    const seconds = await measure(probes);
    rows.push(row(name, seconds, await flood.stop()));
    console.log(rows.at(-1)?.join(' | '));
    // Work still in progress must not count toward the next figure.
    await setTimeout(LEAD_MS);
  }
  const head = ['meanwhile', 'the flood', 'median s', '95th percentile s', 'maximum s'];
  const aim = `${PROBES} mails each, from the request that causes one to its arrival. Aim: 95th percentile under ${AIM_SECONDS} s.`;
  report('mails in a flood', `${table(head, rows)}\n\n${aim}`);
});
