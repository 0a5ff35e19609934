import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

const BASE_MS = 25;

/** Full jitter: a random wait below 25·2^round ms, so that competing writers do not collide again. */
export const pause = (round: number): Promise<void> => setTimeout(randomInt(BASE_MS * 2 ** round));
