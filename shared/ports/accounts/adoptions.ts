/** Users of an organization with and without 2FA. */
export type Adoption = { enabled: number; disabled: number };

export type Adoptions = {
  get(organizationId: string): Promise<Adoption>;
  /** Keeps the count of now as that of the day, written as `2026-11-24`. */
  keepDay(organizationId: string, day: string): Promise<void>;
  /** The latest days that are kept, oldest first. */
  days(organizationId: string, most: number): Promise<({ day: string } & Adoption)[]>;
  /** Counts again from the users. False: others were always faster. */
  rebuild(organizationId: string): Promise<boolean>;
};
