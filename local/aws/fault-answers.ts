import type { Answer, Call } from './call.ts';
import type { FaultKind } from './faults.ts';

/* Words errors the way the services do, so that the SDK's clients recognize them. */

const DYNAMODB = 'com.amazonaws.dynamodb.v20120810#';

const answer = (status: number, type: string, more: object = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: type, message: `${type.split('#').at(-1)} (injected)`, ...more }),
});

/** A canceled transaction has a reason for each item; for a single write, the conflict is the whole answer. */
const conflict = ({ action, body }: Call): Answer => {
  if (action !== 'TransactWriteItems') return answer(400, `${DYNAMODB}TransactionConflictException`);
  const { TransactItems } = JSON.parse(body) as { TransactItems: unknown[] };
  const CancellationReasons = TransactItems.map((_, index) => ({ Code: index === 0 ? 'TransactionConflict' : 'None' }));
  return answer(400, `${DYNAMODB}TransactionCanceledException`, { CancellationReasons });
};

const answers: Partial<Record<FaultKind, (call: Call) => Answer>> = {
  status500: ({ service }) =>
    answer(500, service === 'kms' ? 'KMSInternalException' : `${DYNAMODB}InternalServerError`),
  status503: ({ service }) =>
    answer(503, service === 'kms' ? 'DependencyTimeoutException' : `${DYNAMODB}ServiceUnavailable`),
  throttle: ({ service }) =>
    answer(400, service === 'kms' ? 'ThrottlingException' : `${DYNAMODB}ProvisionedThroughputExceededException`),
  malformed: ({ service }) =>
    answer(400, service === 'dynamodb' ? 'com.amazon.coral.validate#ValidationException' : 'ValidationException'),
  conflict,
  accessDenied: () => answer(400, 'com.amazon.coral.service#AccessDeniedException'),
  disabled: () => answer(400, 'DisabledException'),
  unavailable: () => answer(500, 'KeyUnavailableException'),
  invalidCiphertext: () => answer(400, 'InvalidCiphertextException'),
  // REST: the type is in a header.
  mailRejected: () => {
    const { headers, ...rejected } = answer(400, 'MessageRejected');
    return { ...rejected, headers: { ...headers, 'x-amzn-errortype': 'MessageRejected' } };
  },
};

/** What a service answers instead of doing its work; undefined if the service has no error for the fault. */
export const faultAnswer = (kind: FaultKind, call: Call): Answer | undefined => answers[kind]?.(call);
