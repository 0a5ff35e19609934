import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * `npm run sbom [-- <file>]`: what the deployed functions and pages are made of, as CycloneDX. The same sources give the
 * same bytes: npm's own list has the time and a random number in it, and the tools of development.
 */

type Component = { 'bom-ref': string; licenses?: { license?: { id?: string }; expression?: string }[] };
type Sbom = {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { 'bom-ref': string; name: string } };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
};

const root = fileURLToPath(new URL('..', import.meta.url));
/** Built into the pages, and so no dependencies of anything that runs. */
const inPages = ['preact', 'preact-iso', '@picocss/pico'];

const nameOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('@'));
const shipped = (): Set<string> => {
  const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { dependencies: object };
  return new Set([...Object.keys(dependencies), ...inPages]);
};

/** Everything that these lead to. npm's own `--omit dev` also leaves out what the tools have in common with them. */
const reachable = (refs: string[], graph: Map<string, string[]>): Set<string> => {
  const found = new Set<string>();
  for (const open = [...refs]; open.length > 0; ) {
    const ref = open.pop() ?? '';
    if (found.has(ref)) continue;
    found.add(ref);
    open.push(...(graph.get(ref) ?? []));
  }
  return found;
};

export const readSbom = () => {
  const said = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    ...{ cwd: root, encoding: 'utf8', maxBuffer: 256 * 1_024 * 1_024 },
  });
  const { serialNumber: _, metadata, components, dependencies, ...rest } = JSON.parse(said) as Sbom;
  const { timestamp: __, component, ...made } = metadata;
  const graph = new Map(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn.toSorted()]));
  const names = shipped();
  const first = (graph.get(component['bom-ref']) ?? []).filter((ref) => names.has(nameOf(ref)));
  const kept = reachable(first, graph);
  const refs = [...kept].sort();
  return {
    ...rest,
    // npm names it after the folder.
    metadata: { ...made, component: { ...component, name: 'sallyport' } },
    components: components
      .filter((each) => kept.has(each['bom-ref']))
      .toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: [
      { ref: component['bom-ref'], dependsOn: first },
      ...refs.map((ref) => ({ ref, dependsOn: (graph.get(ref) ?? []).filter((each) => kept.has(each)) })),
    ],
  };
};

export const licensesOf = ({ licenses = [] }: Component): string[] =>
  licenses.map(({ license, expression }) => expression ?? license?.id ?? 'none');

if (import.meta.main) {
  const text = `${JSON.stringify(readSbom(), null, 2)}\n`;
  const file = process.argv[2];
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
}
