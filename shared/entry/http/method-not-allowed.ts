import { Failure } from '../../domain/errors.ts';

/** The methods that the API supports, by path with parameter names in braces. */
export type Routes = Record<string, string[]>;

/** The path exists but the method does not. RFC 9110 requires `Allow` to name the supported methods. */
export class MethodNotAllowed extends Failure {
  readonly allow: string[];

  constructor(allow: string[]) {
    super('method_not_allowed');
    this.allow = allow;
  }
}

const fits = (template: string, path: string): boolean => {
  const [wanted, given] = [template.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]))
  );
};

/** Why a request that no route takes has failed. */
export const failureOfRoute = (routes: Routes, path: string): Failure => {
  const methods = Object.entries(routes).flatMap(([template, found]) => (fits(template, path) ? found : []));
  return methods.length === 0 ? new Failure('not_found') : new MethodNotAllowed([...new Set(methods)].sort());
};
