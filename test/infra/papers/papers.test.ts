import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { counts } from '../../../shared/adapters/counted-log.ts';
import { resourcesOf, synthesized } from '../templates.ts';

const templates = synthesized({ alarms: { email: 'ops@acme.example' } });
const all = Object.entries(templates).flatMap(([stack, template]) =>
  Object.values(resourcesOf(template)).map((resource) => ({ stack, ...resource })),
);
const rowsOf = (page: string): string[][] =>
  readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', ''))
        .slice(1, -1),
    );

describe('the page about uninstalling', () => {
  it('lists what stays in production, and nothing stays in the stage dev', () => {
    const keptIn = (resources: typeof all) =>
      resources
        .filter(({ DeletionPolicy }) => DeletionPolicy?.startsWith('Retain'))
        .map(({ stack, Type }) => `${Type} ${stack}`)
        .sort();
    const listed = rowsOf('how-to/uninstall.md').map(([, type, stack]) => `${type} ${stack?.toLowerCase()}`);
    expect(listed.sort()).toEqual(keptIn(all));
    const dev = Object.entries(synthesized({ stage: 'dev' })).flatMap(([stack, template]) =>
      Object.values(resourcesOf(template)).map((resource) => ({ stack, ...resource })),
    );
    expect(keptIn(dev)).toEqual([]);
  });
});

describe('the page about costs', () => {
  const ofType = (...types: string[]): number => all.filter(({ Type }) => types.includes(Type)).length;

  it('counts what the templates have', () => {
    const numbers = Object.fromEntries(
      rowsOf('reference/cost.md').map(([part = '', number]) => [part.split(',')[0], Number(number)]),
    );
    expect(numbers).toEqual({
      'KMS keys of secrets': ofType('AWS::KMS::Key') - 1,
      'KMS key of the alarms’ topic': 1,
      'secrets of the edge': ofType('AWS::SecretsManager::Secret'),
      'metrics that alarms watch': all
        .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
        .flatMap(({ Properties }) => (Properties.Metrics ?? [{ MetricStat: {} }]) as { MetricStat?: object }[])
        .filter(({ MetricStat }) => MetricStat).length,
      'figures of log lines': Object.keys(counts).length,
      dashboards: ofType('AWS::CloudWatch::Dashboard'),
      schedules: all.filter(({ Type, Properties }) => Type === 'AWS::Events::Rule' && Properties.ScheduleExpression)
        .length,
    });
  });

  it('multiplies and adds right', () => {
    const money = (text = ''): number => Number(text.replace(' $', ''));
    for (const [part = '', number, each, sum] of rowsOf('reference/cost.md')) {
      if (!part.startsWith('dashboards'))
        expect([part, Number(number) * money(each)]).toEqual([part, expect.closeTo(money(sum))]);
    }
    const sum = rowsOf('reference/cost.md').reduce((before, [, , , each]) => before + money(each), 0);
    expect(sum).toBeCloseTo(9.4);
  });
});
