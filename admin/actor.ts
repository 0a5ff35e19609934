import type { AdminNeeds } from './needs.ts';

/** The actor in the events: there is no user behind it, only someone with the AWS credentials. */
export const ACTOR = 'command-line';
const NOWHERE = { ip: '', userAgent: '' };

/** When and from where: the operator's machine has no address that means anything to people. */
export const here = ({ clock }: AdminNeeds) => ({ now: clock.now(), client: NOWHERE });
