import type { Client } from './kit/client.ts';
import { newOrganization } from './kit/people.ts';
import { report, table } from './kit/report.ts';
import { quartiles, rankTest } from './kit/statistics.ts';

const ACCOUNTS = 60;
/** Below the number of failures that an account has free, so no measurement waits. */
const ATTEMPTS = 4;

/**
 * Does a sign-in take a different time for an address that exists than for one that does not? Both take turns in one
 * run, so that other load on the machine affects them alike.
 */
export const measureSignIn = async (client: Client): Promise<void> => {
  const { organization, add } = await newOrganization(client);
  const wrong = async (email: string): Promise<number> => {
    const wrongOne = { email, password: 'Wrong-Password-12345' };
    const { status, milliseconds } = await client.ask('POST', '/v1/sign-in', undefined, wrongOne);
    if (status !== 401) throw new Error(`sign-in answered ${status}`);
    return milliseconds;
  };
  const known: string[] = [];
  for (let count = 0; count < ACCOUNTS; count += 1) known.push(await add(`known-${count}`));
  for (let count = 0; count < 20; count += 1) await wrong(`warm-${count}@${organization}.example`);

  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let round = 0; round < ATTEMPTS; round += 1) {
    for (const [index, email] of known.entries()) {
      times.known.push(await wrong(email));
      times.unknown.push(await wrong(`nobody-${index}@${organization}.example`));
    }
  }
  const rows = Object.entries(times).map(([name, values]) => {
    const { low, median, high } = quartiles(values);
    return [name, values.length, median.toFixed(1), `${low.toFixed(1)} to ${high.toFixed(1)}`];
  });
  const z = rankTest(times.known, times.unknown).toFixed(2);
  report(
    'known and unknown',
    `${table(['address', 'wrong passwords', 'median ms', 'middle half'], rows)}\n\nRank test z = ${z}: within ±2 they cannot be told apart.`,
  );
};
