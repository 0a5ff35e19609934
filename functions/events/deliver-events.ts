import { deliver } from '../../shared/delivery/deliver.ts';
import { deliverBatch } from '../../shared/entry/stream/deliver-batch.ts';
import { clock, delivering, log, toNotification } from '../../shared/runtime/needs.ts';

export const handler = deliverBatch('deliverEvents', { clock, log, read: toNotification }, (now, notification) =>
  deliver(delivering, now, notification),
);
