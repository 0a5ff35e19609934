import type { Conditions, Statement } from './policies.ts';

/** One thing that a call does: an action on a resource, and the values that conditions may check. */
export type AccessRequest = { action: string; resource: string; context: Record<string, string[]> };

/** IAM's patterns: `*` for any text, `?` for one character. */
export const matches = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(value);

type Operator = (wanted: string[], actual: string[] | undefined) => boolean;
const equals: Operator = (wanted, actual = []) => actual.length > 0 && actual.every((value) => wanted.includes(value));
const like: Operator = (wanted, actual = []) =>
  actual.length > 0 && actual.every((value) => wanted.some((pattern) => matches(pattern, value)));

/** `ForAllValues` is true if there is no value: a condition on keys does not restrict a call that touches no key. */
const forAll =
  (operator: Operator): Operator =>
  (wanted, actual) =>
    actual === undefined || actual.length === 0 || operator(wanted, actual);

const operators: Record<string, Operator> = {
  StringEquals: equals,
  StringLike: like,
  // For an ARN without a colon in its last part, which is true of all of ours, this is the same.
  ArnLike: like,
  'ForAllValues:StringEquals': forAll(equals),
  'ForAllValues:StringLike': forAll(like),
};

const holds = (conditions: Conditions, context: AccessRequest['context']): boolean =>
  Object.entries(conditions).every(([name, keys]) => {
    const operator = operators[name];
    if (!operator) throw new Error(`The condition operator ${name} has no local meaning yet`);
    return Object.entries(keys).every(([key, wanted]) => operator(wanted, context[key]));
  });

const applies = (
  { actions, resources, conditions }: Statement,
  { action, resource, context }: AccessRequest,
): boolean =>
  actions.some((pattern) => matches(pattern, action)) &&
  resources.some((pattern) => matches(pattern, resource)) &&
  holds(conditions, context);

/** The statement that allows a request; undefined if it is denied, by a statement or by default. */
export const allowing = (statements: Statement[], request: AccessRequest): Statement | undefined => {
  const applying = statements.filter((statement) => applies(statement, request));
  return applying.some(({ effect }) => effect === 'Deny') ? undefined : applying[0];
};
