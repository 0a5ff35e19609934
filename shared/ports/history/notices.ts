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
