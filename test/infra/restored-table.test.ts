import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesized } from './templates.ts';

const TABLE = 'arn:aws:dynamodb:eu-central-1:111122223333:table/Sallyport-2026-11-26';
const STREAM = `${TABLE}/stream/2026-11-26T12:00:00.000`;

describe('a restored table in use', () => {
  const before = synthesized({ region: 'eu-central-1' });
  const after = synthesized({ region: 'eu-central-1', restoredTable: STREAM });
  const text = (template: { toJSON(): object }) => JSON.stringify(template.toJSON());

  it('is what every function reads, and what mails come from', () => {
    const { Fn, ...rest } = { Fn: 'Fn::ImportValue', ...after };
    for (const name of ['stateless', 'events'] as const) {
      const resources = Object.values(resourcesOf(rest[name]));
      const of = (type: string) => resources.filter(({ Type }) => Type === type);
      const environments = of('AWS::Lambda::Function')
        .map(({ Properties }) => (Properties as { Environment?: { Variables: Record<string, unknown> } }).Environment)
        .flatMap((environment) => environment?.Variables.TABLE_NAME ?? []);
      expect(environments.length).toBeGreaterThan(0);
      expect(new Set(environments)).toEqual(new Set(['Sallyport-2026-11-26']));
      for (const feed of of('AWS::Lambda::EventSourceMapping')) {
        expect(feed.Properties).toMatchObject({ EventSourceArn: STREAM });
      }
      expect(text(rest[name])).toContain(`"${TABLE}"`);
      expect(text(rest[name])).not.toMatch(new RegExp(`${Fn}":"[^"]*Table`));
    }
  });

  it('leaves the deployment’s own as it was: nothing is replaced, and all exports stay', () => {
    expect(after.stateful.toJSON()).toEqual(before.stateful.toJSON());
  });

  it('is named by its stream, in the deployment’s own region', () => {
    expect(() => synthesized({ restoredTable: TABLE })).toThrow('restoredTable: Use the ARN of the restored table');
    expect(() => synthesized({ region: 'eu-west-1', restoredTable: STREAM })).toThrow('of their own region');
  });
});
