import { exportAccount as operation } from '../../shared/contract/operations/lifecycle.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { organizations, securityEvents, signIns, withSession } from '../../shared/runtime/needs.ts';
import { exportAccount } from '../../shared/use-cases/lifecycle/export-account.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withSession, organizations, securityEvents, signIns },
  exportAccount,
);
