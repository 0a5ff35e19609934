import { Agent } from 'node:http';
import { type Answer, type Call, forward } from '../call.ts';
import { returnOf } from './returned-mails.ts';

/** SES v2: the mail server accepts, and what becomes of a mail is published to the default bus. */
export const createSes = (server: string, publish: (event: object) => Promise<void>) => {
  const agent = new Agent({ keepAlive: true });
  const address = new URL(server);
  return {
    async handle(call: Call): Promise<Answer> {
      const answer = await forward(address, agent, call);
      const returned = answer.status === 200 ? returnOf(call.body, Date.now()) : undefined;
      if (returned) void publish(returned);
      return answer;
    },
    stop: (): void => agent.destroy(),
  };
};
export type Ses = ReturnType<typeof createSes>;
