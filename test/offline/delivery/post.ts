import { expect } from 'vitest';
import { deliver } from '../../../shared/delivery/deliver.ts';
import type { Notification } from '../../../shared/domain/events/notification.ts';
import type { SecurityEvent } from '../../../shared/domain/events/security-event.ts';
import type { BusEvent } from '../../../shared/ports/event-bus.ts';
import type { Mail } from '../../../shared/ports/mailer.ts';
import { anEvent } from '../../fixtures.ts';
import type { World } from '../../world.ts';

type Fault = 'mail' | 'refused' | 'bus' | null;

/** The token of the link in a mail. */
export const tokenIn = ({ text }: Mail): string => /#(\S+)/.exec(text)?.[1] ?? '';

/** Delivery to a mailer and a bus that keep what they receive, or fail on demand. */
export const newPost = (world: World, userId: string) => {
  const mails: Mail[] = [];
  const published: BusEvent[] = [];
  let fault: Fault = null;
  const needs = {
    ...world.needs,
    mailer: {
      send: async (mail: Mail) => {
        if (fault === 'mail') throw new Error('throttled');
        if (fault === 'refused') return { outcome: 'refused' as const, reason: 'MessageRejected' };
        mails.push(mail);
        return { outcome: 'sent' as const };
      },
    },
    bus: {
      publish: async (event: BusEvent) => {
        if (fault === 'bus') throw new Error('throttled');
        published.push(event);
      },
    },
  };
  const tell = (notification: Notification) => deliver(needs, world.context().now, notification);
  const happened = (type: SecurityEvent['type']): Notification => ({
    kind: 'event',
    userId,
    event: { ...anEvent(type), at: world.context().now },
  });
  const onlyMail = (): Mail => {
    expect(mails).toHaveLength(1);
    return mails[0] as Mail;
  };
  const breakAt = (part: Fault): void => {
    fault = part;
  };
  return { mails, published, needs, tell, happened, onlyMail, breakAt };
};
export type Post = ReturnType<typeof newPost>;
