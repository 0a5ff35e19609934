import type * as z from 'zod/mini';
import type { beginTwoFactorSetup } from '../../shared/contract/operations/two-factor.ts';

export type Setup = z.infer<(typeof beginTwoFactorSetup)['reply']>;
/** `used`: how many of the set were used and replaced, so that a copy from before lacks as many. */
export type Codes = { recoveryCodes: string[]; generatedAt?: string; used?: number };

/** What the section shows. A pending setup exists only here: someone who leaves the page starts again. */
export type Step =
  | { name: 'overview' }
  | { name: 'setup'; setup: Setup }
  /** `isNew`: they were created just now, and the person has to say that they are stored. */
  | { name: 'codes'; codes: Codes; isNew: boolean; said?: string };
