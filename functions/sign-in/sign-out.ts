import { signOut as operation } from '../../shared/contract/operations/sign-in.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { withSession } from '../../shared/runtime/needs.ts';
import { signOut } from '../../shared/use-cases/sign-in/sign-out.ts';

export const handler = sessionEndpoint(operation, withSession, signOut);
