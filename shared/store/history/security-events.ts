import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { SecurityEvent, securityEventTypes } from '../../domain/events/security-event.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { SecurityEvents } from '../../ports/history/security-events.ts';
import { eventItem } from '../accounts/records.ts';
import { eventKey } from '../keys.ts';
import { sendIf, type Table } from '../table/table.ts';
import { newestFirst } from './newest-first.ts';

const isKnown = (type: unknown): boolean => securityEventTypes.some((known) => known === type);

export const securityEvents = (table: Table, security: SecuritySettings): SecurityEvents => ({
  async put(userId, event) {
    const command = new PutCommand({
      TableName: table.name,
      Item: eventItem(userId, event, security),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    await sendIf(() => table.client.send(command));
  },

  async page(userId, limit, before) {
    const page = { partition: eventKey(userId, '').pk, limit, before };
    const { records, ...rest } = await newestFirst(table, page, (item) =>
      isKnown(item.type) ? SecurityEvent.parse(item) : null,
    );
    return { events: records, ...rest };
  },
});
