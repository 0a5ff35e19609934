import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Assembly } from './assembly.ts';

/** A file in a bucket, with the metadata that a deployment gives it. */
export type LocalFile = {
  path: string;
  file: string;
  cacheControl: string | undefined;
  /** The type from the deployment; if it sets none, S3 guesses. */
  contentType: string | undefined;
};

type Deployment = {
  SourceObjectKeys: string[];
  DestinationBucketName: string;
  Exclude?: string[];
  Include?: string[];
  SystemMetadata?: { 'cache-control'?: string; 'content-type'?: string };
};

/** For `aws s3 sync`, `*` also matches slashes. */
const anywhere = (glob: string): string => (glob.startsWith('*') ? `**/${glob}` : glob);

/** `aws s3 sync` takes everything except what an exclusion removes and no inclusion brings back. */
const takes = ({ Exclude = [], Include = [] }: Deployment, name: string): boolean =>
  !Exclude.some((glob) => path.matchesGlob(name, anywhere(glob))) ||
  Include.some((glob) => path.matchesGlob(name, anywhere(glob)));

const ofDeployments = (assembly: Assembly) => assembly.ofType('Custom::CDKBucketDeployment');
const directoryOf = (assembly: Assembly, { SourceObjectKeys: [key = ''] }: Deployment): string =>
  assembly.assetDirectory(key);

/** Where the assembly has the pages' files: all deployments take theirs from there. */
export const pagesDirectory = (assembly: Assembly): string => {
  const [deployment] = ofDeployments(assembly);
  if (!deployment) throw new Error('The assembly lacks the pages');
  return directoryOf(assembly, deployment.properties as Deployment);
};

/** The files that deployments, of whatever stack, would put into a stack's bucket. */
export const filesOf = (assembly: Assembly, stack: string, bucket: string): LocalFile[] =>
  ofDeployments(assembly)
    .filter(({ properties }) => properties.DestinationBucketName === assembly.nameOf(stack, bucket))
    .flatMap(({ properties }) => {
      const deployment = properties as Deployment;
      const directory = directoryOf(assembly, deployment);
      return globSync('**/*', { cwd: directory })
        .filter((name) => statSync(path.join(directory, name)).isFile() && takes(deployment, name))
        .map((name) => ({
          path: `/${name.replaceAll(path.sep, '/')}`,
          file: path.join(directory, name),
          cacheControl: deployment.SystemMetadata?.['cache-control'],
          contentType: deployment.SystemMetadata?.['content-type'],
        }));
    });
