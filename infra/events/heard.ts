/*
 * Of all that is written to the table, what somebody should hear of, as Lambda's filters say it. Lambda takes one feed for
 * each pair of function and stream, so each list has a function of its own.
 */
const written = (image: object) => ({ eventName: ['INSERT'], dynamodb: { NewImage: image } });

/** What happened to accounts. */
export const heard = [
  written({ sk: { S: [{ prefix: 'EVENT#' }] } }),
  written({ sk: { S: [{ prefix: 'SIGN_IN#' }] }, newDevice: { BOOL: [true] } }),
  // A factor with a challenge that a device began which was not known.
  { eventName: ['MODIFY'], dynamodb: { NewImage: { sk: { S: ['TWO_FACTOR'] }, watched: { S: [{ exists: true }] } } } },
];

/** What anybody can cause without an account, in any number: it must not hold up what owners are to hear. */
export const asked = [written({ pk: { S: [{ prefix: 'RESET#' }] } })];
