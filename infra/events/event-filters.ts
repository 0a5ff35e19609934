import { partitions } from '../../shared/store/schema.ts';

/*
 * Of all that is written to the table, what someone should hear of, as Lambda's filters say it. Lambda takes one feed for
 * each pair of function and stream, so each list has a function of its own.
 */
const written = (image: object) => ({ eventName: ['INSERT'], dynamodb: { NewImage: image } });

/** What happened to accounts. */
export const eventFilters = [
  written({ pk: { S: [{ prefix: partitions.event }] } }),
  written({ pk: { S: [{ prefix: partitions.signIn }] }, newDevice: { BOOL: [true] } }),
];

/** What anybody can cause without an account, in any number: it must not hold up what owners are to hear. */
export const requestFilters = [written({ pk: { S: [{ prefix: partitions.resetRequest }] } })];
