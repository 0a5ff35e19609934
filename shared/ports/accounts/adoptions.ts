/** Users of an organization with and without 2FA. */
export type Adoption = { enabled: number; disabled: number };

export type Adoptions = {
  get(organizationId: string): Promise<Adoption>;
  /** Stores the current count as the count of that day, written as `2026-11-24`. */
  keepDay(organizationId: string, day: string): Promise<void>;
  /** The most recent days on record, oldest first. */
  days(organizationId: string, most: number): Promise<({ day: string } & Adoption)[]>;
  /** Counts the users again. False: other writers were faster every time. */
  rebuild(organizationId: string): Promise<boolean>;
};
