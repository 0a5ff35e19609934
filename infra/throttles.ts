import type { Operation } from '../shared/contract/operation.ts';
import { operationList } from '../shared/contract/operations.ts';
import { methodsOf } from './routes.ts';

type Throttle = { ratePerSecond: number; burst: number };

/**
 * Each route's share of the rate in the settings. Every route has its own bucket, so a flood of one takes nothing from
 * the others. Routes that only monitors and strangers use get a small one.
 */
const shares = { signIn: 1, session: 1, service: 1 / 25, unknown: 1 / 25 };

const limitOf = ({ ratePerSecond, burst }: Throttle, share: number) => ({
  ThrottlingRateLimit: Math.max(1, Math.round(ratePerSecond * share)),
  ThrottlingBurstLimit: Math.max(2, Math.round(burst * share)),
});

const kindOf = ({ area, auth }: Operation): keyof typeof shares => {
  if (area === 'service') return 'service';
  return auth === 'none' ? 'signIn' : 'session';
};

/** By route key, as in API Gateway's `RouteSettings`. */
export const routeSettings = (throttle: Throttle): Record<string, ReturnType<typeof limitOf>> => {
  const entries = operationList.flatMap((operation) => {
    const limit = limitOf(throttle, shares[kindOf(operation)]);
    return methodsOf(operation).map((method) => [`${method} ${operation.path}`, limit]);
  });
  return { ...Object.fromEntries(entries), $default: limitOf(throttle, shares.unknown) };
};
