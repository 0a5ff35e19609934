import { arnOf, nameOf, pseudoParameters } from './names.ts';

export type Resource = { Type: string; Properties?: Record<string, unknown>; Metadata?: Record<string, unknown> };
export type Template = {
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
};
type Stack = { name: string; template: Template };

/** CloudFormation's intrinsic functions, as far as CDK uses them here; any other causes an error that names it. */
export const resolver = (stacks: Stack[]) => {
  const resourceOf = (stack: string, logicalId: string): Resource => {
    const found = stacks.find(({ name }) => name === stack)?.template.Resources[logicalId];
    if (!found) throw new Error(`${stack} has no resource ${logicalId}`);
    return found;
  };

  const reference = (name: string, stack: string): string =>
    pseudoParameters(stack)[name] ?? nameOf(stack, name, resourceOf(stack, name), resolve);

  const attribute = (logicalId: string, name: string, stack: string): string => {
    // A resource that a distribution refers to is found again under its logical id.
    if (['FunctionARN', 'RegionalDomainName', 'Id'].includes(name)) return logicalId;
    if (name === 'Arn') return arnOf(stack, logicalId, resourceOf(stack, logicalId), resolve);
    if (name === 'StreamArn') return `${attribute(logicalId, 'Arn', stack)}/stream/local`;
    if (name === 'QueueName') return reference(logicalId, stack);
    // The API's own address: code that needs it gets it from the gateway.
    if (name === 'ApiEndpoint') return 'http://localhost';
    // Without an origin of its own; the local cloud always has one.
    if (name === 'DomainName') return 'localhost';
    throw new Error(`${stack}/${logicalId}: attribute ${name} has no local meaning`);
  };

  const imported = (exportName: string): unknown => {
    for (const { name, template } of stacks) {
      const output = Object.values(template.Outputs ?? {}).find(({ Export }) => Export?.Name === exportName);
      if (output) return resolve(output.Value, name);
    }
    throw new Error(`No stack exports ${exportName}`);
  };

  const substituted = (text: string, stack: string): string =>
    text.replace(/\$\{([^}!]+)\}/g, (_, name: string) => reference(name, stack));

  const functions: Record<string, (argument: never, stack: string) => unknown> = {
    Ref: (name: string, stack) => reference(name, stack),
    'Fn::GetAtt': ([logicalId, name]: [string, string], stack) => attribute(logicalId, name, stack),
    'Fn::Join': ([separator, parts]: [string, unknown[]], stack) =>
      parts.map((part) => String(resolve(part, stack))).join(separator),
    'Fn::Sub': (text: string, stack) => substituted(text, stack),
    'Fn::ImportValue': (exportName: string) => imported(exportName),
    'Fn::Select': ([index, list]: [number, unknown], stack) => (resolve(list, stack) as unknown[])[index],
    'Fn::Split': ([separator, text]: [string, unknown], stack) => String(resolve(text, stack)).split(separator),
  };

  const resolve = (value: unknown, stack: string): unknown => {
    if (Array.isArray(value)) return value.map((entry) => resolve(entry, stack));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name = '', argument] = entries[0] ?? [];
    if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
      const intrinsic = functions[name];
      if (!intrinsic) throw new Error(`The intrinsic function ${name} has no local meaning yet`);
      return intrinsic(argument as never, stack);
    }
    return Object.fromEntries(entries.map(([key, entry]) => [key, resolve(entry, stack)]));
  };
  return resolve;
};
