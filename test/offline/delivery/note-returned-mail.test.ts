import { describe, expect, it } from 'vitest';
import { ulids } from '../../../shared/adapters/ids.ts';
import { noteReturnedMail } from '../../../shared/delivery/note-returned-mail.ts';
import type { ReturnedMail } from '../../../shared/domain/events/returned-mail.ts';
import { returnedMails } from '../../../shared/entry/stream/returned-mail.ts';
import { NOW, newId } from '../../fixtures.ts';
import { emptyState } from '../../memory/state.ts';
import { memoryStores } from '../../memory/stores.ts';
import { createdUser } from '../../ports/enrolled.ts';

const world = () => {
  const state = emptyState();
  const stores = memoryStores(state);
  return { state, stores, needs: { ids: ulids, users: stores.users, securityEvents: stores.securityEvents } };
};
const returned = (userId: string, given: Partial<ReturnedMail> = {}): ReturnedMail => ({
  ...{ type: 'mail_bounced', at: NOW, messageId: '0100', userId, mail: 'newDevice', cause: 'Permanent/General' },
  ...given,
});

describe('a mail that came back', () => {
  it('is one event, however often it is told, and another one for another mail', async () => {
    const { state, stores, needs } = world();
    const { user } = await createdUser(stores);
    const before = state.events.get(user.id)?.length ?? 0;
    for (const messageId of ['0100', '0100', '0200']) {
      const done = await noteReturnedMail(needs, returned(user.id, { messageId }));
      expect(done).toMatchObject({ outcome: 'mail_returned', mail: 'newDevice', reason: 'Permanent/General' });
    }
    const noted = (state.events.get(user.id) ?? []).slice(before);
    expect(new Set(noted.map(({ id }) => id)).size).toBe(2);
    expect(noted[0]?.id).toMatch(/^[0-9a-z]{26}$/);
  });

  it('is nobody’s if the account is gone', async () => {
    const { state, needs } = world();
    expect(await noteReturnedMail(needs, returned(newId()))).toEqual({ outcome: 'user_gone' });
    expect(state.events.size).toBe(0);
  });
});

describe('an event of SES', () => {
  const userId = newId();
  const detail = {
    mail: { messageId: '0100', destination: ['ann@acme.example'], tags: { user: [userId], mail: ['newDevice'] } },
    bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: [] },
  };
  const event = { source: 'aws.ses', 'detail-type': 'Email Bounced', time: '2026-11-24T12:00:00Z', detail };
  const run = async (sent: unknown, note: (mail: ReturnedMail) => Promise<{ outcome: string }>) => {
    const lines: Record<string, unknown>[] = [];
    await returnedMails('noteReturnedMail', (line) => void lines.push(line), note)(sent);
    return lines;
  };

  it('says which mail of which account came back, and why', async () => {
    const seen: ReturnedMail[] = [];
    const note = async (mail: ReturnedMail) => {
      seen.push(mail);
      return { outcome: 'mail_returned' };
    };
    expect(await run(event, note)).toMatchObject([{ level: 'WARN', outcome: 'mail_returned' }]);
    const complained = { mail: detail.mail, complaint: { complaintFeedbackType: null } };
    await run({ ...event, 'detail-type': 'Email Complaint Received', detail: complained }, note);
    const rejected = { mail: detail.mail, reject: { reason: 'Bad content' } };
    await run({ ...event, 'detail-type': 'Email Rejected', detail: rejected }, note);
    expect(seen.map(({ type, cause }) => [type, cause])).toEqual([
      ['mail_bounced', 'Permanent/General'],
      ['mail_complained', 'complaint'],
      ['mail_bounced', 'Bad content'],
    ]);
    expect(seen[0]).toMatchObject({ userId, mail: 'newDevice', messageId: '0100', at: NOW });
  });

  it('about an automatic answer, or about somebody who takes a complaint back, is no news', async () => {
    const transient = { mail: detail.mail, bounce: { bounceType: 'Transient', bounceSubType: 'General' } };
    const back = { mail: detail.mail, complaint: { complaintFeedbackType: 'not-spam' } };
    for (const [type, passing] of [
      ['Email Bounced', transient],
      ['Email Complaint Received', back],
    ] as const) {
      const sent = { ...event, 'detail-type': type, detail: passing };
      expect(await run(sent, () => Promise.reject(new Error('not to be called')))).toMatchObject([
        { outcome: 'passing' },
      ]);
    }
  });

  it('about a mail of somebody else is left alone', async () => {
    const foreign = { ...event, detail: { ...detail, mail: { ...detail.mail, tags: {} } } };
    for (const sent of [foreign, {}, null, 'text']) {
      expect(await run(sent, () => Promise.reject(new Error('not to be called')))).toEqual([
        { level: 'INFO', operation: 'noteReturnedMail', outcome: 'not_ours' },
      ]);
    }
  });

  it('that cannot be recorded fails for Lambda, too, which tries again', async () => {
    await expect(run(event, () => Promise.reject(new TypeError('table gone')))).rejects.toThrow('table gone');
  });
});
