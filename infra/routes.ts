import type { Operation } from '../shared/contract/operation.ts';
import { operationList } from '../shared/contract/operations.ts';

/** Monitors use HEAD for what browsers request with GET. */
export const methodsOf = ({ method }: Operation): string[] => (method === 'GET' ? ['GET', 'HEAD'] : [method]);

/** The contract's paths with their methods, for the function that answers requests that no route takes. */
export const methodsByPath = (): Record<string, string[]> => {
  const paths: Record<string, string[]> = {};
  for (const operation of operationList) {
    paths[operation.path] = [...(paths[operation.path] ?? []), ...methodsOf(operation)];
  }
  return paths;
};
