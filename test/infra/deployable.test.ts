import { describe, expect, it } from 'vitest';
import { problemOf, sayingOf } from '../../infra/deploy/deployable.ts';
import { readSettings } from '../../infra/settings.ts';

const settings = (changed = {}) =>
  readSettings({
    tryGetContext: () => ({ stackName: 'Auth', productName: 'Acme', region: 'eu-central-1', ...changed }),
  });

describe('a deployment', () => {
  it('does not begin without a region: users and keys could not move from where credentials happen to point', () => {
    expect(problemOf(settings({ region: undefined }), true)).toMatch(/^name the region in the settings/);
    expect(problemOf(settings(), true)).toBeUndefined();
  });

  it('does not begin where nobody can be asked, and says how it would', () => {
    expect(problemOf(settings(), false)).toContain('--require-approval never');
  });

  it('says where everything will live, what of it stays, and under which name', () => {
    expect(sayingOf(settings({ account: '123456789012' }))).toBe(
      [
        'Auth: users, keys and functions will live in eu-central-1, account 123456789012.',
        'Stage production: the table and the keys stay, whatever happens to the rest.',
        'People open the pages at the distribution’s own name: the output Origin.',
        'No mail is sent: the settings have no mail.from.',
      ].join('\n'),
    );
    const own = {
      ...{ stage: 'dev', origin: 'https://auth.example.com', mail: { from: 'no-reply@example.com' } },
      certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
    };
    expect(sayingOf(settings(own))).toContain('Stage dev: cdk destroy deletes everything, users included.');
    expect(sayingOf(settings(own))).toContain('https://auth.example.com.\nMails come from no-reply@example.com.');
  });
});
