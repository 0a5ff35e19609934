import { describe, expect, it } from 'vitest';
import { Failure } from '../../../shared/domain/errors.ts';
import { errorFacts } from '../../../shared/entry/error-facts.ts';

const SECRET = 'correct horse battery staple';

/** A refused connection, as Node and the SDK report it. */
const refused = () => {
  const error = new Error(`connect ECONNREFUSED ${SECRET}`);
  error.stack = `Error: ${error.message}\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:2021:16)`;
  return Object.assign(error, { code: 'ECONNREFUSED', awsCall: 'DynamoDB GetItem', $metadata: { attempts: 3 } });
};
/** A service's answer that says no. */
const throttled = () =>
  Object.assign(new Error(SECRET), {
    name: 'ThrottlingException',
    $fault: 'client',
    $metadata: { httpStatusCode: 400, requestId: 'VVGQ-4KQNSO5' },
  });

describe('the facts of an error', () => {
  it('about a broken connection are which call it was, and where the product made it', () => {
    const facts = errorFacts(new Failure('temporarily_unavailable', { cause: refused() }));
    expect(facts).toMatchObject({ name: 'Error', code: 'ECONNREFUSED', call: 'DynamoDB GetItem' });
    expect(facts?.at[0]).toContain('error-facts.test.ts');
    expect(String(facts?.at)).not.toContain('node:');
  });

  it('about an answer from AWS are its request id, whose fault it is, and the status', () => {
    expect(errorFacts(throttled())).toMatchObject({
      name: 'ThrottlingException',
      awsRequestId: 'VVGQ-4KQNSO5',
      fault: 'client',
      status: 400,
    });
  });

  it('name the causes, and stop where causes form a circle', () => {
    const cause = new TypeError('a');
    const failed = new RangeError('b', { cause });
    expect(errorFacts(new Failure('internal', { cause: failed }))).toMatchObject({
      name: 'RangeError',
      causes: ['TypeError'],
    });
    cause.cause = failed;
    expect(errorFacts(failed)?.causes).toHaveLength(4);
  });

  it('about a Failure without a cause are its own code and place', () => {
    const facts = errorFacts(new Failure('temporarily_unavailable'));
    expect(facts).toMatchObject({ name: 'Failure', code: 'temporarily_unavailable' });
    expect(facts?.at).not.toEqual([]);
  });

  it('are empty if no error was thrown', () => {
    expect([errorFacts(SECRET), errorFacts(undefined)]).toEqual([undefined, undefined]);
  });

  it('have at most 8 frames, of which a cause takes no more than half', () => {
    const deep = (levels: number): Error => (levels === 0 ? new Error('deep') : deep(levels - 1));
    const facts = errorFacts(new Failure('internal', { cause: deep(20) }));
    expect(facts?.at).toHaveLength(8);
    expect(facts?.at.filter((frame) => frame.includes('deep'))).toHaveLength(4);
  });

  it.each([
    ['a message', new Error(SECRET)],
    ['a message of several lines', new Error(`no\n    at ${SECRET}\n    at ${SECRET} (index.mjs:1:1)\n`)],
    ['a message that was replaced', Object.assign(new Error(SECRET), { message: 'another' })],
    ['a name', Object.assign(new Error('x'), { name: SECRET })],
    ['a code', Object.assign(new Error('x'), { code: SECRET })],
    ['a call', Object.assign(new Error('x'), { awsCall: SECRET })],
    ['a fault', Object.assign(new Error('x'), { $fault: SECRET })],
    ['metadata', Object.assign(new Error('x'), { $metadata: { requestId: SECRET, httpStatusCode: SECRET } })],
    ['an additional attribute', Object.assign(new Error('x'), { password: SECRET, $response: { body: SECRET } })],
    ['a cause', new Error('x', { cause: new Error(SECRET) })],
    ['a cause that is not an error', new Error('x', { cause: SECRET })],
  ])('contain nothing of a secret in %s', (_, error) => {
    const facts = [errorFacts(error), errorFacts(new Failure('internal', { cause: error }))];
    expect(JSON.stringify(facts)).not.toMatch(/correct|horse|battery|staple/);
  });
});
