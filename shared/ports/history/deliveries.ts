import type { Notification } from '../../domain/events/notification.ts';

export type Deliveries = {
  /** Whether it is still to be delivered: false too where it is not there any more. */
  isDue(notification: Notification): Promise<boolean>;
  done(notification: Notification, now: number): Promise<void>;
};
