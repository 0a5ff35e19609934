import { randomBytes } from 'node:crypto';
import type { Cloud } from '../../local/cloud.ts';
import { anySource, clientOf } from '../kit/client.ts';
import { PASSWORD } from '../kit/people.ts';
import { type Account, enroll, enrolledAccount } from './people.ts';

/** What an attacker does again and again until stopped; the result says how much that was. */
export type Flood = { name: string; start(): { stop(): Promise<string> } };
type Act = () => Promise<{ status: number }>;

/** After a refusal it asks again, but leaves the machine time for other work. */
const PAUSE_MS = 20;
/** If measuring fails, the flood must still end. */
const MOST_MS = 120_000;

const again = (...acts: Act[]) => {
  const statuses = new Map<number, number>();
  const startedAt = performance.now();
  let isOver = false;
  const running = acts.map(async (act) => {
    while (!isOver && performance.now() - startedAt < MOST_MS) {
      const { status } = await act();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  });
  return {
    async stop(): Promise<string> {
      isOver = true;
      await Promise.all(running);
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
      const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
      return `${counts.join(', ')} in ${seconds} s`;
    },
  };
};

export const floods = async (cloud: Cloud, add: (name: string) => Promise<string>): Promise<Flood[]> => {
  const strangers = clientOf(cloud);
  const source = anySource();
  const one = clientOf(cloud, () => source);
  const shows = await enrolledAccount(strangers, await add('shows'));
  const switches: Account = await enrolledAccount(strangers, await add('switches'));
  const enters = await add('enters');

  const show: Act = () => one.ask('POST', '/v1/me/two-factor/recovery-codes/show', shows.token);
  const signIn =
    (email: string): Act =>
    () =>
      one.ask('POST', '/v1/sign-in', undefined, { email, password: PASSWORD });
  const forgot: Act = () => {
    const email = `${randomBytes(6).toString('hex')}@nobody.example`;
    return strangers.ask('POST', '/v1/password/forgot', undefined, { email });
  };
  /** Each way creates its own event, with a mail. */
  const switchFactor: Act = async () => {
    const off = await one.ask('DELETE', '/v1/me/two-factor', switches.token);
    const { session } = off.json as { session?: { token: string } };
    if (session) switches.token = session.token;
    await enroll(one, switches);
    return off;
  };
  return [
    {
      name: 'strangers ask for resets of addresses that do not exist',
      start: () => again(forgot, forgot, forgot, forgot),
    },
    { name: 'one account shows its codes and begins sign-ins', start: () => again(show, show, signIn(shows.email)) },
    { name: 'one account signs in as a new device', start: () => again(signIn(enters), signIn(enters)) },
    { name: 'one account turns 2FA off and on', start: () => again(switchFactor) },
  ];
};
