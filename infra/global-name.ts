import { Names, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The shortest limit of what is named here: an origin access control's. */
const LONGEST = 64;
/** With the hyphens around the name. */
const LONGEST_REGION = 16;

/**
 * The name of something that an account has once for all regions: with the region, so that a second deployment elsewhere
 * does not find it taken.
 */
export const globalName = (scope: Construct, id: string): string => {
  const rest = LONGEST - LONGEST_REGION - id.length;
  return `${Stack.of(scope).region}-${Names.uniqueResourceName(scope, { maxLength: rest })}-${id}`;
};
