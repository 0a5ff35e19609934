import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { DAY, ttlAfter } from '../../domain/instant.ts';
import { sha256 } from '../../domain/sessions/tokens.ts';
import type { Notices } from '../../ports/history/notices.ts';
import { noticeKey } from '../keys.ts';
import { sendIf, type Table } from '../table/table.ts';

export const notices = (table: Table): Notices => ({
  async isDue({ userId, mail, about, eventId, now, notSince }) {
    const command = new UpdateCommand({
      TableName: table.name,
      Key: noticeKey(userId, mail, sha256(about)),
      UpdateExpression: 'SET sentAt = :now, eventId = :event, #ttl = :ttl',
      // The recorded event may come again, since its mail may not have been sent.
      ConditionExpression: 'attribute_not_exists(pk) OR sentAt <= :since OR eventId = :event',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':now': now, ':event': eventId, ':ttl': ttlAfter(now + DAY), ':since': notSince },
    });
    return sendIf(() => table.client.send(command));
  },
});
