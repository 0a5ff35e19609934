import type { Example } from './example.ts';

export const getOpenApi: Example = async () => ({});
export const getHealth: Example = async () => ({});
