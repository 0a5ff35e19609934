import { Failure } from '../shared/domain/errors.ts';
import { chain } from '../shared/http/chain.ts';
import { clock, log } from '../shared/runtime/deps.ts';

/** What no other route takes: an HTTP API would answer it in a form of its own. */
export const handler = chain('routeNotFound', { clock, log }, async () => {
  throw new Failure('not_found');
});
