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
let refusal: { name: string; message: string } | null = null;
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  sent = JSON.parse(Buffer.concat(chunks).toString()) as Sent;
  if (!refusal) return response.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"1"}');
  const { name, message } = refusal;
  return response.writeHead(400, { 'x-amzn-errortype': name }).end(JSON.stringify({ message }));
});
let client: SESv2Client;
let mailer: ReturnType<typeof sesMailer>;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SESv2Client({ endpoint, region: 'us-east-1', credentials });
  mailer = sesMailer(client, { from: 'no-reply@auth.example' });
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

describe('what a deployment sets about its mails', () => {
  it('goes along with each of them', async () => {
    const identityArn = 'arn:aws:ses:eu-west-1:123456789012:identity/auth.example';
    const from = { from: 'no-reply@auth.example', replyTo: 'help@auth.example', configurationSet: 'auth', identityArn };
    await sesMailer(client, from)?.send(mail);
    expect(sent).toMatchObject({
      ...{ ReplyToAddresses: ['help@auth.example'], ConfigurationSetName: 'auth' },
      FromEmailAddressIdentityArn: identityArn,
    });
  });

  it('is left out otherwise', async () => {
    await mailer?.send(mail);
    expect(Object.keys(sent).sort()).toEqual(['Content', 'Destination', 'FromEmailAddress']);
  });
});

describe('a refusal', () => {
  const refusedWith = async (name: string, message: string) => {
    refusal = { name, message };
    return mailer?.send(mail).finally(() => {
      refusal = null;
    });
  };

  it('for an identity that is not verified says so: it is that of every mail, or of all in the sandbox', async () => {
    const message =
      'Email address is not verified. The following identities failed the check in region US-EAST-1: x@y.z';
    expect(await refusedWith('MessageRejected', message)).toEqual({
      outcome: 'refused',
      reason: 'IdentityNotVerified',
    });
  });

  it('of one message has the name that SES gives it, and nothing of its text', async () => {
    expect(await refusedWith('MessageRejected', 'Contains a virus: uma@acme.example')).toEqual({
      ...{ outcome: 'refused', reason: 'MessageRejected' },
    });
  });

  it.each(['AccountSuspendedException', 'SendingPausedException', 'MailFromDomainNotVerifiedException'])(
    'of everything, for as long as SES sends nothing for the account, is one that an operator has sent again: %s',
    async (name) => {
      expect(await refusedWith(name, 'paused')).toEqual({ outcome: 'refused', reason: name });
    },
  );

  it('that concerns the moment is none: it is tried again', async () => {
    await expect(refusedWith('TooManyRequestsException', 'too fast')).rejects.toThrow('too fast');
    await expect(refusedWith('LimitExceededException', 'no quota left')).rejects.toThrow('no quota left');
  });
});
