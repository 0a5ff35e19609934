import { KeptReply } from '../../domain/entities/kept-reply.ts';
import { type Instant, SECOND } from '../../domain/instant.ts';
import type { KeptReplies } from '../../ports/tokens/kept-replies.ts';
import { keptReplyKey } from '../keys.ts';
import type { Write } from '../table/commit.ts';
import { getItem, type Table } from '../table/table.ts';

export const keptReplies = (table: Table): KeptReplies => ({
  async get(id) {
    const item = await getItem(table, keptReplyKey(id));
    return item ? KeptReply.parse(item) : null;
  },
});

/** The part of a transaction that keeps its answer. It is refused where an answer is kept already: that was done before. */
export const keepReply = (reply: KeptReply | undefined, now: Instant): Write<'done_before'>[] =>
  reply === undefined
    ? []
    : [
        {
          Put: {
            // No grace: nobody needs it a second later.
            Item: { ...keptReplyKey(reply.id), ...reply, ttl: Math.ceil(reply.expiresAt / SECOND) },
            ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
            ExpressionAttributeValues: { ':now': now },
          },
          ifRefused: 'done_before',
        },
      ];
