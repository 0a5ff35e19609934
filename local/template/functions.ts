import path from 'node:path';
import type { Assembly, LocalResource } from './assembly.ts';

/** A Lambda function as its template describes it. */
export type LocalFunction = {
  /** `signInTotp`: the CDK id, which is the operation's name. */
  id: string;
  arn: string;
  file: string;
  handler: string;
  timeoutMs: number;
  memoryMiB: number;
  environment: Record<string, string>;
  roleArn: string;
};

type FunctionProperties = {
  Code: { S3Key: string };
  Handler: string;
  Timeout: number;
  MemorySize: number;
  Environment?: { Variables: Record<string, string> };
  Role: string;
};

/** CDK's own functions, which run only during a deployment, are in other languages. */
const isProduct = ({ properties }: LocalResource): boolean => String(properties.Runtime).startsWith('nodejs');

/** `Sallyport-Api/signInTotp/Function/Resource` → `signInTotp` */
const idOf = (cdkPath: string): string => cdkPath.split('/')[1] ?? cdkPath;

export const readFunctions = (assembly: Assembly): LocalFunction[] =>
  assembly
    .ofType('AWS::Lambda::Function')
    .filter(isProduct)
    .map(({ stack, logicalId, path: cdkPath, properties }) => {
      const { Code, Handler, Timeout, MemorySize, Environment, Role } = properties as FunctionProperties;
      const [file = 'index', handler = 'handler'] = Handler.split('.');
      return {
        id: idOf(cdkPath),
        arn: assembly.arnOf(stack, logicalId),
        file: path.join(assembly.assetDirectory(Code.S3Key), `${file}.mjs`),
        handler,
        timeoutMs: Timeout * 1_000,
        memoryMiB: MemorySize,
        environment: Environment?.Variables ?? {},
        roleArn: Role,
      };
    });

/** A route of the API and the function behind it. */
export type LocalRoute = { method: string; segments: string[]; key: string; function: LocalFunction };
export type LocalThrottle = { rate: number; burst: number };
export type LocalApi = LocalThrottle & {
  routes: LocalRoute[];
  fallback: LocalFunction;
  /** By route key: the routes with their own limits. */
  routeThrottles: Record<string, LocalThrottle>;
  logFormat: string;
};

type Throttling = { ThrottlingRateLimit: number; ThrottlingBurstLimit: number };
const throttleOf = ({ ThrottlingRateLimit, ThrottlingBurstLimit }: Throttling): LocalThrottle => ({
  rate: ThrottlingRateLimit,
  burst: ThrottlingBurstLimit,
});

/** @throws Error if the API has a shape that the gateway does not support */
export const readApi = (assembly: Assembly, functions: LocalFunction[]): LocalApi => {
  const integrations = new Map(
    assembly
      .ofType('AWS::ApiGatewayV2::Integration')
      .map(({ stack, logicalId, properties }) => [
        `integrations/${stack}-${logicalId}`,
        String(properties.IntegrationUri),
      ]),
  );
  const behind = (target: unknown): LocalFunction => {
    const found = functions.find(({ arn }) => arn === integrations.get(String(target)));
    if (!found) throw new Error(`No function behind ${String(target)}`);
    return found;
  };
  const all = assembly.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => ({
    key: String(properties.RouteKey),
    function: behind(properties.Target),
  }));
  const fallback = all.find(({ key }) => key === '$default');
  const [stage] = assembly.ofType('AWS::ApiGatewayV2::Stage');
  if (!fallback || !stage) throw new Error('The API lacks its $default route or stage');
  const own = (stage.properties.RouteSettings ?? {}) as Record<string, Throttling>;
  const keys = new Set(all.map(({ key }) => key));
  const missing = Object.keys(own).filter((key) => !keys.has(key));
  // Refused as in API Gateway.
  if (missing.length > 0) throw new Error(`Settings for routes that are not there: ${missing.join(', ')}`);
  return {
    routes: all
      .filter((route) => route !== fallback)
      .map((route) => {
        const [method = '', path = ''] = route.key.split(' ');
        return { ...route, method, segments: path.split('/').slice(1) };
      }),
    fallback: fallback.function,
    ...throttleOf(stage.properties.DefaultRouteSettings as Throttling),
    routeThrottles: Object.fromEntries(Object.entries(own).map(([key, throttling]) => [key, throttleOf(throttling)])),
    logFormat: String((stage.properties.AccessLogSettings as { Format: string }).Format),
  };
};
