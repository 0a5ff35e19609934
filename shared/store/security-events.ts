import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { SecurityEvent } from '../domain/entities/security-event.ts';
import type { Numbers } from '../domain/numbers.ts';
import type { SecurityEvents } from '../store-ports.ts';
import { EVENT_PREFIX } from './keys.ts';
import { newestFirst } from './newest-first.ts';
import { eventItem } from './records.ts';
import { attempt, type Table } from './table/table.ts';

export const securityEvents = (table: Table, numbers: Numbers): SecurityEvents => ({
  async put(userId, event) {
    const command = new PutCommand({ TableName: table.name, Item: eventItem(userId, event, numbers) });
    await attempt(() => table.client.send(command));
  },

  async page(userId, limit, before) {
    const page = { userId, prefix: EVENT_PREFIX, limit, before };
    const { records, ...rest } = await newestFirst(table, page, (item) => SecurityEvent.parse(item));
    return { events: records, ...rest };
  },
});
