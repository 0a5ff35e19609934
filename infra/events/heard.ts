/** Of all that is written to the table, what somebody should hear of, as Lambda's filters say it. */
const written = (image: object) => ({ eventName: ['INSERT'], dynamodb: { NewImage: image } });

export const heard = [
  written({ sk: { S: [{ prefix: 'EVENT#' }] } }),
  written({ sk: { S: [{ prefix: 'SIGN_IN#' }] }, newDevice: { BOOL: [true] } }),
  written({ pk: { S: [{ prefix: 'RESET#' }] } }),
  // A factor with a challenge that a device began which was not known.
  { eventName: ['MODIFY'], dynamodb: { NewImage: { sk: { S: ['TWO_FACTOR'] }, watched: { S: [{ exists: true }] } } } },
];
