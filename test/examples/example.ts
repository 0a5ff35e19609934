import { commands } from '../../admin/commands.ts';
import { type OperationId, operations } from '../../shared/contract/operations.ts';
import { type Answer, call, enroll, freshAdmin, get, needs, newUser, sessionOf } from '../kit/product.ts';

/* One successful request for each operation, with everything that it needs beforehand. */

type Person = { email: string; id: string; token: string };
type EnrolledPerson = Person & { secret: string; recoveryCodes: string[] };

/** An organization with an administrator who has just used their second factor, and people on demand. */
export type Scene = {
  organizationId: string;
  /** Session token of the administrator. */
  admin: string;
  person: () => Promise<Person>;
  enrolledPerson: () => Promise<EnrolledPerson>;
  /** An address that no one has yet. */
  newEmail: () => string;
};

export type ExampleRequest = {
  params?: Record<string, string>;
  query?: string;
  body?: Record<string, unknown>;
  token?: string;
};
/** Prepares what the request needs, and returns the request. */
export type Example = (scene: Scene) => Promise<ExampleRequest>;

const idOf = async (token: string): Promise<string> => ((await get('/v1/me', token)).json as { id: string }).id;

export const newScene = async (): Promise<Scene> => {
  const { organizationId } = await commands.createOrganization(needs, { name: 'Acme Telecom' });
  let people = 0;
  const nextName = (): string => {
    people += 1;
    return `person-${people}`;
  };
  const person = async (): Promise<Person> => {
    const email = await newUser(organizationId, nextName());
    const token = await sessionOf(email);
    return { email, token, id: await idOf(token) };
  };
  return {
    organizationId,
    admin: await freshAdmin(await newUser(organizationId, 'admin', true)),
    person,
    enrolledPerson: async () => {
      const before = await person();
      return { ...before, ...(await enroll(before.token)) };
    },
    newEmail: () => `${nextName()}@${organizationId}.example`,
  };
};

/** Sends an example's request, or one like it. */
export const send = (
  id: OperationId,
  { params = {}, query = '', body, token }: ExampleRequest,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const { method, path } = operations[id];
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return call(method, filled + query, { token, headers, ...(body && { body }) });
};
