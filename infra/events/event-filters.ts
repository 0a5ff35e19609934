import { partitions } from '../../shared/store/schema.ts';

/*
 * Of all writes to the table, these are the ones that someone should be notified of, as Lambda filters. Lambda allows
 * one mapping for each pair of function and stream, so each list has its own function.
 */
const written = (image: object) => ({ eventName: ['INSERT'], dynamodb: { NewImage: image } });

/** What happened to accounts. */
export const eventFilters = [
  written({ pk: { S: [{ prefix: partitions.event }] } }),
  written({ pk: { S: [{ prefix: partitions.signIn }] }, newDevice: { BOOL: [true] } }),
];

/** What anyone can trigger without an account, in any number: it must not hold up the owners' news. */
export const requestFilters = [written({ pk: { S: [{ prefix: partitions.resetRequest }] } })];
