import { newOrganization, post } from './people.ts';
import { quartiles, rankTest } from './rank-test.ts';

const ACCOUNTS = 60;
/** Below the free failures of an account: no measurement waits. */
const ATTEMPTS = 4;

/**
 * Does a sign-in take another time for an address that exists than for one that does not? Both are asked in turn, in one
 * run, so that whatever else the machine does hits them alike.
 */
export const measureSignIn = async (url: string): Promise<void> => {
  const { organization, add } = await newOrganization(url);
  const wrong = async (email: string): Promise<number> => {
    const { status, ms } = await post(`${url}/v1/sign-in`, { email, password: 'Wrong-Password-12345' });
    if (status !== 401) throw new Error(`sign-in answered ${status}`);
    return ms;
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
  console.log(`\nWrong password, ${times.known.length} sign-ins each`);
  for (const [name, values] of Object.entries(times)) {
    const { low, median, high } = quartiles(values);
    console.log(
      `  ${name.padEnd(8)} median ${median.toFixed(1)} ms, middle half ${low.toFixed(1)} to ${high.toFixed(1)} ms`,
    );
  }
  console.log(`  rank test z = ${rankTest(times.known, times.unknown).toFixed(2)} (within ±2: not to be told apart)`);
};
