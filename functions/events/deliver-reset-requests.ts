import { deliver } from '../../shared/delivery/deliver.ts';
import { deliverBatch } from '../../shared/entry/stream/deliver-batch.ts';
import { clock, delivering, log, toNotification } from '../../shared/runtime/needs.ts';

/**
 * Does the same as `deliverEvents` for mails that strangers trigger: a flood of those waits here and holds up no one
 * else's mail.
 */
export const handler = deliverBatch('deliverResetRequests', { clock, log, read: toNotification }, (now, notification) =>
  deliver(delivering, now, notification),
);
