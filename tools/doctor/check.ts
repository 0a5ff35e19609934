import type { Settings } from '../../infra/settings.ts';

/** `warns`: it works, but not for everyone, or not for long. `remedy`: what to do about it. */
export type Finding = { state: 'good' | 'warns' | 'fails'; says: string; remedy?: string };
export type Check = {
  name: string;
  isSkipped?(settings: Settings): boolean;
  run(settings: Settings): Promise<Finding>;
};

export const good = (says: string): Finding => ({ state: 'good', says });
export const warns = (says: string, remedy: string): Finding => ({ state: 'warns', says, remedy });
export const fails = (says: string, remedy: string): Finding => ({ state: 'fails', says, remedy });

/** What a service says if there is no such thing. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && /NotFound/.test(error.name) && !/ENOTFOUND/.test(error.message);
