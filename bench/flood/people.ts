import { type Client, totpAt } from '../kit/client.ts';
import { PASSWORD } from '../kit/people.ts';

export type Account = { email: string; token: string };
type Entered = { session: { token: string } };
type Setup = { setupId: string; secret: string };

/** Turns on 2FA: this also changes the session's token. */
export const enroll = async ({ ask }: Pick<Client, 'ask'>, account: Account): Promise<boolean> => {
  const begun = await ask('POST', '/v1/me/two-factor/setup', account.token);
  if (begun.status !== 201) return false;
  const { setupId, secret } = begun.json as Setup;
  const code = totpAt(secret, Date.now());
  const done = await ask('POST', '/v1/me/two-factor/setup/confirm', account.token, { setupId, code });
  if (done.status !== 200) return false;
  account.token = (done.json as Entered).session.token;
  return true;
};

/** A signed-in user with a second factor. */
export const enrolledAccount = async (client: Client, email: string): Promise<Account> => {
  const entered = await client.send('POST', '/v1/sign-in', undefined, { email, password: PASSWORD });
  const account = { email, token: (entered.json as Entered).session.token };
  if (!(await enroll(client, account))) throw new Error(`${email} could not turn on 2FA`);
  return account;
};
