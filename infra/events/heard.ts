/** Of all that is written to the table, what somebody should hear of, as Lambda's filters say it. */
const written = (image: object) => ({ eventName: ['INSERT'], dynamodb: { NewImage: image } });

export const heard = [
  written({ pk: { S: [{ prefix: 'EVENT#' }] } }),
  written({ pk: { S: [{ prefix: 'SIGN_IN#' }] }, newDevice: { BOOL: [true] } }),
  written({ pk: { S: [{ prefix: 'RESET#' }] } }),
];
