export type Passwords = {
  hash(password: string): Promise<string>;
  /** Against undefined it does the same work and says no: a missing account costs as much as a wrong password. */
  verify(password: string, phc: string | undefined): Promise<boolean>;
  needsRehash(phc: string): boolean;
};
