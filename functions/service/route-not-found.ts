import { chain } from '../../shared/entry/http/chain.ts';
import { failureOfRoute } from '../../shared/entry/http/method-not-allowed.ts';
import { everyRequest, routes } from '../../shared/runtime/needs.ts';

/** What no other route takes: an HTTP API would answer it in a form of its own. */
export const handler = chain('routeNotFound', everyRequest, async ({ requestContext }) => {
  throw failureOfRoute(routes, requestContext.http.path);
});
