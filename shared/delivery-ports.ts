import type { Watch } from './domain/entities/watch.ts';
import type { Happening } from './domain/happening.ts';

/* What the delivery of events needs of the world. Types only. */

export type Mail = { to: string; subject: string; text: string; html: string };

/** `reason`: the provider's name for it. Trying again would not help. */
export type Sending = { outcome: 'sent' } | { outcome: 'refused'; reason: string };
/** Sends one mail, or says that it will never be sent. `null`: this deployment sends none. */
export type Mailer = { send(mail: Mail): Promise<Sending> } | null;

/** Keeps the same news from being sent again and again. */
export type Notices = {
  /** Whether this mail about this is due; it is noted as sent by this event, which stays due until it is delivered. */
  isDue(notice: {
    userId: string;
    mail: string;
    about: string;
    eventId: string;
    now: number;
    notSince: number;
  }): Promise<boolean>;
};

/** An event for whoever listens at the bus: names and times, never a secret. */
export type BusEvent = {
  id: string;
  type: string;
  at: string;
  userId: string;
  organizationId: string;
  actorId: string;
  ip: string;
  reason?: string | undefined;
  permissions?: string[] | undefined;
};
export type EventBus = { publish(event: BusEvent): Promise<void> };

/** Challenges to look at when they are over. */
export type Watches = {
  /** One for each user and minute, however often. */
  add(watch: Watch): Promise<void>;
  /** Those that are over at `until` and were not `since`. */
  over(since: number, until: number): AsyncIterable<Watch>;
  remove(watch: Watch): Promise<void>;
};

export type Deliveries = {
  /** Whether it is still to be delivered: false too where it is not there any more. */
  isDue(happening: Happening): Promise<boolean>;
  done(happening: Happening, now: number): Promise<void>;
};
