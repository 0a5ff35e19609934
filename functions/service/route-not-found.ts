import { chain } from '../../shared/entry/http/chain.ts';
import { failureOfRoute } from '../../shared/entry/http/method-not-allowed.ts';
import { everyRequest, routes } from '../../shared/runtime/needs.ts';

/** Takes what no other route takes: otherwise the HTTP API would answer in its own format. */
export const handler = chain('routeNotFound', everyRequest, async ({ requestContext }) => {
  throw failureOfRoute(routes, requestContext.http.path);
});
