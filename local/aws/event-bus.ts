import { randomUUID } from 'node:crypto';

type Entry = { EventBusName?: string; Source?: string; DetailType?: string; Detail?: string; Time?: number };
export type Published = { bus: string; source: string; type: string; detail: unknown };

const MOST = 10_000;

/** EventBridge's PutEvents: keeps the published events for inspection. */
export const createEventBus = () => {
  const published: Published[] = [];
  return {
    handle(body: string): { status: number; body: object } {
      const { Entries = [] } = JSON.parse(body) as { Entries?: Entry[] };
      for (const { EventBusName = 'default', Source = '', DetailType = '', Detail = '{}' } of Entries) {
        published.push({ bus: EventBusName, source: Source, type: DetailType, detail: JSON.parse(Detail) });
      }
      published.splice(0, Math.max(0, published.length - MOST));
      return { status: 200, body: { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: randomUUID() })) } };
    },
    published: (): Published[] => published,
  };
};
export type EventBus = ReturnType<typeof createEventBus>;
