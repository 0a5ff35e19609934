import { Names, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The shortest length limit of the things named here: that of an origin access control. */
const LONGEST = 64;
/** Including the hyphens around the name. */
const LONGEST_REGION = 16;

/**
 * The name of something that is unique within an account across all regions: it includes the region, so that a second
 * deployment elsewhere does not find it taken.
 */
export const globalName = (scope: Construct, id: string): string => {
  const rest = LONGEST - LONGEST_REGION - id.length;
  return `${Stack.of(scope).region}-${Names.uniqueResourceName(scope, { maxLength: rest })}-${id}`;
};
