import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sesMailer } from '../../../shared/adapters/ses-mailer.ts';

/* What goes over the wire: SES is a server here that keeps what it is sent. */

const mail = { to: 'uma@acme.example', subject: 'Subject', text: 'text', html: '<p>html</p>' };
type Sent = { FromEmailAddress: string; Content: { Simple: { Headers: { Name: string; Value: string }[] } } };
let sent: Sent;
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  sent = JSON.parse(Buffer.concat(chunks).toString()) as Sent;
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"1"}');
});
let mailer: ReturnType<typeof sesMailer>;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  mailer = sesMailer(new SESv2Client({ endpoint, region: 'us-east-1', credentials }), 'no-reply@auth.example');
});
afterAll(() => server.close());

describe('the headers of a mail', () => {
  it('say that a program wrote it, so that no vacation notice answers', async () => {
    expect(await mailer?.send(mail)).toEqual({ outcome: 'sent' });
    expect(sent.Content.Simple.Headers).toEqual([{ Name: 'Auto-Submitted', Value: 'auto-generated' }]);
  });

  it('name the page where mails of this kind can be stopped, if there is one', async () => {
    await mailer?.send({ ...mail, unsubscribe: 'https://auth.example.com/account/profile' });
    expect(sent.Content.Simple.Headers).toContainEqual({
      Name: 'List-Unsubscribe',
      Value: '<https://auth.example.com/account/profile>',
    });
  });
});

describe('the sender of a mail', () => {
  const senderOf = async (fromName?: string) => {
    await mailer?.send({ ...mail, ...(fromName !== undefined && { fromName }) });
    return sent.FromEmailAddress;
  };
  /** As a mail program reads encoded words. */
  const decoded = (header: string): string =>
    header.replace(/=\?UTF-8\?B\?([^?]*)\?= ?/g, (_, part: string) => Buffer.from(part, 'base64').toString());

  it('has the name that it is sent for, or none', async () => {
    expect(await senderOf()).toBe('no-reply@auth.example');
    expect(await senderOf('Acme Telecom')).toBe('Acme Telecom <no-reply@auth.example>');
  });

  it.each(['Müller & Söhne', 'A" <evil@evil.example>, "B', 'شركة الاتصالات', `${'東京'.repeat(30)}`, '🏴󠁧󠁢󠁥󠁮󠁧󠁿 Ltd.'])(
    'has any other name in encoded words: %s',
    async (name) => {
      const sender = await senderOf(name);
      expect(sender).toMatch(/^(=\?UTF-8\?B\?[A-Za-z0-9+/=]+\?= )+<no-reply@auth\.example>$/);
      expect(sender.split(' ').every((word) => word.length <= 75)).toBe(true);
      expect(decoded(sender)).toBe(`${name}<no-reply@auth.example>`);
    },
  );
});
