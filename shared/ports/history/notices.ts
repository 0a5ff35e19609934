/** Prevents the same news from being sent again and again. */
export type Notices = {
  /**
   * Whether this mail about this subject is due; it is recorded as sent for this event, for which it stays due until
   * delivered.
   */
  isDue(notice: {
    userId: string;
    mail: string;
    about: string;
    eventId: string;
    now: number;
    notSince: number;
  }): Promise<boolean>;
};
