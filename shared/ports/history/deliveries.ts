import type { Notification } from '../../domain/events/notification.ts';

export type Deliveries = {
  /** Whether it still has to be delivered: false also if it no longer exists. */
  isDue(notification: Notification): Promise<boolean>;
  done(notification: Notification, now: number): Promise<void>;
};
