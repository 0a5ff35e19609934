import type { Notification } from '../../domain/events/notification.ts';
import type { Instant } from '../../domain/instant.ts';

export type Deliveries = {
  /** Whether it still has to be delivered: false also if it no longer exists. */
  isDue(notification: Notification): Promise<boolean>;
  done(notification: Notification, now: Instant): Promise<void>;
  /** Its mail was refused: it is not tried again until an operator asks for it. */
  refused(notification: Notification, now: Instant): Promise<void>;
};
