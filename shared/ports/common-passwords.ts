/** The rank of a password among the most used, starting at 1; undefined if it is not among them. */
export type CommonPasswords = { rankOf(lowerCasePassword: string): number | undefined };
