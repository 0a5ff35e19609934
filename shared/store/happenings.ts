import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { Challenge } from '../domain/entities/two-factor.ts';
import { Happening } from '../domain/happening.ts';
import { EVENT_PREFIX, type Key, RESET_PREFIX, SIGN_IN_PREFIX, twoFactorKey, userIdOf } from './keys.ts';
import type { Item } from './table/table.ts';

/** Of the factor no more than this: in a stream its ciphertext is text. */
const Begun = z.object({ challenges: z.record(z.string(), Challenge), watched: z.optional(z.string()) });

/** A challenge that nobody has tried to answer yet; later changes of the factor tell nothing new. */
const begun = (item: Item & Key): object | null => {
  const { challenges, watched } = z.parse(Begun, item);
  const challenge = watched === undefined ? undefined : challenges[watched];
  if (challenge?.attempts !== 0) return null;
  const { expiresAt, ip = '' } = challenge;
  return { kind: 'challenge', watch: { userId: userIdOf(item), hash: watched, expiresAt, ip } };
};

const told = (item: Item & Key): object | null => {
  if (item.sk === twoFactorKey('').sk) return begun(item);
  if (item.pk.startsWith(RESET_PREFIX)) return { kind: 'password_reset', request: item };
  if (item.sk.startsWith(EVENT_PREFIX)) return { kind: 'event', userId: userIdOf(item), event: item };
  if (item.sk.startsWith(SIGN_IN_PREFIX)) return { kind: 'new_device', userId: userIdOf(item), signIn: item };
  return null;
};

/** What a new item of the table, as its stream tells it, means; null where nobody has to hear of it. */
export const happeningOf = (image: Record<string, never>): Happening | null => {
  const happening = told(unmarshall(image) as Item & Key);
  return happening && z.parse(Happening, happening);
};
