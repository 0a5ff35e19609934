import { Failure } from '../../domain/errors.ts';

/** By path, with names of parameters in braces: the methods that the API has there. */
export type Routes = Record<string, string[]>;

/** The path exists, the method does not. RFC 9110 wants the others named in `Allow`. */
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

/** What failed about a request that no route takes. */
export const failureOfRoute = (routes: Routes, path: string): Failure => {
  const methods = Object.entries(routes).flatMap(([template, found]) => (fits(template, path) ? found : []));
  return methods.length === 0 ? new Failure('not_found') : new MethodNotAllowed([...new Set(methods)].sort());
};
