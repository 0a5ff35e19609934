/** The place of a password among those that are used most, from 1; undefined for one that is not among them. */
export type CommonPasswords = { rankOf(lowerCasePassword: string): number | undefined };
