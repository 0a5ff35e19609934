import { writeFileSync } from 'node:fs';
import type { Result } from './sweep.ts';

const answers = (results: Result[]): string => {
  const counts = Object.groupBy(results, ({ status }) => (status < 300 ? '2xx' : String(status)));
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, list]) => `${list?.length} × ${status}`)
    .join(', ');
};

const kindsWith = (results: Result[], which: (result: Result) => boolean): string => {
  const kinds = results.filter(which).map(({ fault }) => `${fault.kind}${fault.times > 1 ? ' for good' : ''}`);
  return [...new Set(kinds)].join(', ');
};

/** The sweep as a table: flow by call, what the faults led to, and which of them lost the answer to completed work. */
export const writeReport = (file: string, results: Result[]): void => {
  const groups = Map.groupBy(results, ({ flow, call }) => `${flow.name} | ${call}`);
  const rows = [...groups].map(([name, list]) => {
    const violated = list.filter(({ violations }) => violations.length > 0).length;
    const passed = kindsWith(list, ({ status }) => status >= 300);
    const lost = kindsWith(list, ({ wasLost }) => wasLost);
    return `| ${name} | ${list.length} | ${answers(list)} | ${passed || '–'} | ${lost || '–'} | ${violated} |`;
  });
  const violations = results.filter((result) => result.violations.length > 0).length;
  writeFileSync(
    file,
    `# Every AWS call of every flow, broken

Written by \`npm run test:faults\`, for auditors and maintainers. Each call of each flow fails in each
way that it can (\`local/aws/faults.ts\`), once or for good. Then the invariants of
[security.md](security.md) are checked in the table, the fault is taken off, and the flow is
finished as the person would finish it: by asking again with the same Idempotency-Key where there is
one, else by looking and doing what is left.

${results.length} runs, ${violations} violations.

| flow | call | runs | answers | not answered with success | done, but the answer was lost | violations |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`,
  );
};
