import type { AdminNeeds } from '../needs.ts';
import { type Answer, type Call, expectThat } from './caller.ts';

/** What the steps learn from each other. */
export type Smoke = {
  needs: AdminNeeds;
  call: Call;
  /** The API's own address, past the distribution. */
  apiUrl: string | undefined;
  hasMail: boolean;
  made: {
    email: string;
    password: string;
    bounces: string;
    userId: string;
    token: string;
    secret: string;
    recoveryCode: string;
  };
};
export type Step = { name: string; isSkipped?(smoke: Smoke): boolean; run(smoke: Smoke): Promise<string> };

export const isOk = ({ status, body }: Answer, expected = 200): void =>
  expectThat(status === expected, `expected status ${expected}`, `${status} ${body}`);
