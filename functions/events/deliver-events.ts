import { deliver } from '../../shared/delivery/deliver.ts';
import { deliverBatch } from '../../shared/entry/stream/deliver-batch.ts';
import { clock, delivering, happeningOf, log } from '../../shared/runtime/deps.ts';

export const handler = deliverBatch('deliverEvents', { clock, log, read: happeningOf }, (now, happening) =>
  deliver(delivering, now, happening),
);
