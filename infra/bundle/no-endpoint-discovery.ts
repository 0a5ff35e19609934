/* In place of the SDK's discovery of endpoints: each region has one address for DynamoDB, known beforehand. */

export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: false,
};

export const resolveEndpointDiscoveryConfig = <T>(config: T): T => config;
