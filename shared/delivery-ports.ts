import type { Watch } from './domain/entities/watch.ts';
import type { Happening } from './domain/happening.ts';

/* What the delivery of events needs of the world. Types only. */

export type Mail = { to: string; subject: string; text: string; html: string };

/** Sends one mail, or says that it will never be sent. `null`: this deployment sends none. */
export type Mailer = { send(mail: Mail): Promise<'sent' | 'refused'> } | null;

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
};
export type EventBus = { publish(event: BusEvent): Promise<void> };

/** Challenges to look at when they are over. */
export type Watches = {
  /** Twice the same is once. */
  add(watch: Watch): Promise<void>;
  /** Those that are over at `until` and were not `since`. */
  over(since: number, until: number): AsyncIterable<Watch>;
  remove(watch: Watch): Promise<void>;
};

/** What is told to somebody, once. */
export type Told = Exclude<Happening, { kind: 'challenge' }>;
export type Deliveries = {
  /** Whether it is still to be delivered: false too where it is not there any more. */
  isDue(happening: Told): Promise<boolean>;
  done(happening: Told, now: number): Promise<void>;
};
