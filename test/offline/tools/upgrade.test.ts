import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lifecycles } from '../../../shared/store/lifecycle/lifecycles.ts';
import { type Stored, storedIn, unreadable } from '../../../tools/upgrade/read-stored.ts';
import { harmOf } from '../../../tools/upgrade/templates.ts';

const stored = storedIn(fileURLToPath(new URL('../../stored/items.json', import.meta.url)));

describe('what is stored', () => {
  it('has a sample of every kind of item, and this version reads all of them', () => {
    expect(Object.keys(stored).sort()).toEqual(Object.keys(lifecycles).sort());
    expect(unreadable(stored)).toEqual([]);
  });

  it.each([
    ['user', 'authVersion'],
    ['session', 'expiresAt'],
    ['twoFactor', 'sealedSecret'],
    ['event', 'type'],
  ])('is not read as a %s without %s', (kind, attribute) => {
    const without = (stored[kind] ?? []).map((item) =>
      Object.fromEntries(Object.entries(item).filter(([name]) => name !== attribute)),
    );
    const broken: Stored = { [kind]: without as Stored[string] };
    expect(unreadable(broken)[0]).toContain(kind);
  });
});

describe('an update', () => {
  const table = (name: string) => ({
    ...{ Type: 'AWS::DynamoDB::GlobalTable', UpdateReplacePolicy: 'Retain', DeletionPolicy: 'Retain' },
    Properties: { KeySchema: [{ AttributeName: name, KeyType: 'HASH' }] },
  });
  const exported = { Value: 'x', Export: { Name: 'Sallyport-Stateful:Table' } };
  const before = { Resources: { Table: table('pk') }, Outputs: { Table: exported } };

  it('that changes nothing that lasts does no harm', () => {
    const Resources = { ...before.Resources, New: { Type: 'AWS::Lambda::Function' } };
    expect(harmOf('Stateful', before, { ...before, Resources })).toEqual([]);
    // A function may go.
    expect(harmOf('Api', { ...before, Resources }, before)).toEqual([]);
  });

  it('that replaces, renames or drops something that lasts is harmful', () => {
    const replaced = { ...before, Resources: { Table: table('id') } };
    expect(harmOf('Stateful', before, replaced)).toEqual([
      expect.stringMatching(/^Stateful: AWS::DynamoDB::GlobalTable Table (would|may) be replaced$/),
    ]);
    const renamed = { ...before, Resources: { Users: table('pk') } };
    expect(harmOf('Stateful', before, renamed)).toEqual([expect.stringContaining('Table would be')]);
  });

  it('that withdraws an export is harmful', () => {
    expect(harmOf('Stateful', before, { Resources: before.Resources })).toEqual([
      expect.stringContaining('the export'),
    ]);
  });
});
