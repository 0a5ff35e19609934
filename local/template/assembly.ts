import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Resource, resolver, type Template } from './resolve.ts';
import { createSecrets } from './secrets.ts';

/** A resource of the synthesized templates, with every intrinsic function replaced by its local value. */
export type LocalResource = {
  stack: string;
  logicalId: string;
  type: string;
  /** `Sallyport-Api/signInTotp/Function/Resource` */
  path: string;
  properties: Record<string, unknown>;
  metadata: Record<string, unknown>;
};

type Manifest = { artifacts: Record<string, { type: string; properties?: { templateFile?: string } }> };

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** The directory of each file asset, by the name that the template's code uses for it. */
const assetDirectories = (directory: string, stack: string): Map<string, string> => {
  const { files } = readJson<{ files: Record<string, { source: { path?: string } }> }>(
    path.join(directory, `${stack}.assets.json`),
  );
  return new Map(
    Object.entries(files).map(([hash, { source }]) => [`${hash}.zip`, path.join(directory, source.path ?? '')]),
  );
};

/** Everything that would be deployed, read only from the cloud assembly. */
export const readAssembly = (directory: string) => {
  const { artifacts } = readJson<Manifest>(path.join(directory, 'manifest.json'));
  const stacks = Object.entries(artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([name, { properties }]) => ({
      name,
      template: readJson<Template>(path.join(directory, properties?.templateFile ?? '')),
    }));
  const resolve = resolver(stacks);
  const { reveal } = createSecrets();
  const assets = new Map(stacks.flatMap(({ name }) => [...assetDirectories(directory, name)]));

  const resources = stacks.flatMap(({ name, template }) =>
    Object.entries(template.Resources).map(
      ([logicalId, { Type, Properties = {}, Metadata = {} }]: [string, Resource]) => ({
        stack: name,
        logicalId,
        type: Type,
        path: String(Metadata['aws:cdk:path'] ?? ''),
        properties: reveal(resolve(Properties, name)) as Record<string, unknown>,
        metadata: Metadata,
      }),
    ),
  );
  return {
    arnOf: (stack: string, logicalId: string): string => String(resolve({ 'Fn::GetAtt': [logicalId, 'Arn'] }, stack)),
    nameOf: (stack: string, logicalId: string): string => String(resolve({ Ref: logicalId }, stack)),
    ofType: (type: string): LocalResource[] => resources.filter((resource) => resource.type === type),
    assetDirectory: (key: string): string => {
      const found = assets.get(key);
      if (!found) throw new Error(`The assembly lacks the asset ${key}`);
      return found;
    },
  };
};
export type Assembly = ReturnType<typeof readAssembly>;
