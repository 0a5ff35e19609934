import { deliver } from '../../shared/delivery/deliver.ts';
import { deliverBatch } from '../../shared/entry/stream/deliver-batch.ts';
import { clock, delivering, log, toNotification } from '../../shared/runtime/needs.ts';

/** The same as `deliverEvents`, for what strangers cause: a flood of it waits here, and holds up nobody's mails. */
export const handler = deliverBatch('deliverResetRequests', { clock, log, read: toNotification }, (now, notification) =>
  deliver(delivering, now, notification),
);
