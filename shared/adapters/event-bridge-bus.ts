import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { EventBus } from '../ports/event-bus.ts';

/** The `source` of our events on the bus; their detail type is the event's type. */
const SOURCE = 'sallyport';

class RefusedByBus extends Error {
  override name = 'RefusedByBus';
  /** The log gets error codes, never messages. */
  readonly code: string | undefined;

  constructor(code: string | undefined) {
    super(`the bus refused an event: ${code}`);
    this.code = code;
  }
}

export const eventBridgeBus = (client: Pick<EventBridgeClient, 'send'>, busName: string): EventBus => ({
  async publish(event) {
    const entry = {
      EventBusName: busName,
      Source: SOURCE,
      DetailType: event.type,
      Time: new Date(event.at),
      Detail: JSON.stringify(event),
    };
    const answer = await client.send(new PutEventsCommand({ Entries: [entry] }));
    // EventBridge reports refused entries in its response rather than as an error.
    if (answer.FailedEntryCount) throw new RefusedByBus(answer.Entries?.[0]?.ErrorCode);
  },
});
