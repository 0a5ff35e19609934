export type Passwords = {
  hash(password: string): Promise<string>;
  /**
   * Given undefined, it does the same work and returns false, so a missing account takes as long as a wrong password.
   */
  verify(password: string, phc: string | undefined): Promise<boolean>;
  needsRehash(phc: string): boolean;
};
