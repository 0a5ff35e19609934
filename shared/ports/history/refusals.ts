import type { Instant } from '../../domain/instant.ts';

export type Refusals = {
  /**
   * Has the mails that were refused since then sent again, in no particular order.
   * @returns how many
   */
  sendAgain(since: Instant): Promise<number>;
};
