import { partitions } from '../../shared/store/schema.ts';

/*
 * Of all writes to the table, these are the ones that someone should be notified of, as Lambda filters. Lambda allows
 * one mapping for each pair of function and stream, so each list has its own function.
 */
const written = (image: object) => ({ eventName: ['INSERT'], dynamodb: { NewImage: image } });
/** An operator has asked for a refused mail to be sent again. */
const wantedAgain = (partition: string) => ({
  eventName: ['MODIFY'],
  dynamodb: { NewImage: { pk: { S: [{ prefix: partition }] }, sendAgain: { BOOL: [true] } } },
});

/** What happened to accounts. */
export const eventFilters = [
  written({ pk: { S: [{ prefix: partitions.event }] } }),
  written({ pk: { S: [{ prefix: partitions.signIn }] }, newDevice: { BOOL: [true] } }),
  wantedAgain(partitions.event),
  wantedAgain(partitions.signIn),
];

/** What anyone can trigger without an account, in any number: it must not hold up the owners' news. */
export const requestFilters = [
  written({ pk: { S: [{ prefix: partitions.resetRequest }] } }),
  wantedAgain(partitions.resetRequest),
];
