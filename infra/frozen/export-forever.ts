import type { Stack } from 'aws-cdk-lib';

/**
 * What other stacks refer to stays exported, used or not: CloudFormation lets no stack withdraw or change an export while
 * another one imports it, and updates this stack first. A committed list in the tests keeps the names.
 */
export const exportForever = (stack: Stack, values: unknown[]): void => {
  for (const value of values) stack.exportValue(value);
};
