import * as z from 'zod/mini';
import { counts } from '../../shared/adapters/counted-log.ts';
import { type Auth, areas, needsFresh, permissionOf } from '../../shared/contract/operation.ts';
import { operationList } from '../../shared/contract/operations.ts';
import { problems } from '../../shared/contract/problems.ts';
import { mailFor } from '../../shared/delivery/mail/mail-for.ts';
import { mails } from '../../shared/delivery/words/en/index.ts';
import type { Facts, Words } from '../../shared/delivery/words/words.ts';
import { securityEventTypes } from '../../shared/domain/events/security-event.ts';
import { logReasons } from '../../shared/domain/log-reasons.ts';
import { SecuritySettings } from '../../shared/domain/security-settings.ts';
import { entities } from './entities.ts';
import { permissionRows } from './permissions.ts';

/* The parts of the documentation that are derived from the code, as Markdown. */

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const code = (text: string): string => `\`${text}\``;

/** Keeps a placeholder from being read as HTML. */
const escaped = (text: string): string => text.replaceAll('<', '\\<');

const whoMayCall = (auth: Auth): string =>
  auth === 'none' ? 'anyone' : `${permissionOf(auth) ?? 'session'}${needsFresh(auth) ? ', fresh' : ''}`;

const operations = (): string =>
  Object.entries(areas)
    .map(([area, title]) => {
      const rows = operationList
        .filter((operation) => operation.area === area)
        // Sorted by name: the order of a module's exports is not the same everywhere.
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, method, path, auth, idempotencyKey, summary }) => [
          code(id),
          code(`${method} ${path}`),
          whoMayCall(auth),
          idempotencyKey ? 'yes' : '',
          summary,
        ]);
      const head = ['operation', 'request', 'who may call', '`Idempotency-Key`', 'what it does'];
      return `### ${title}\n\n${table(head, rows)}`;
    })
    .join('\n\n');

const security = (): string => {
  const { properties = {} } = z.toJSONSchema(SecuritySettings) as {
    properties?: Record<string, { default?: number; minimum?: number; maximum?: number }>;
  };
  const rows = Object.entries(properties).map(([name, { default: fallback, minimum, maximum }]) => [
    code(name),
    ...[fallback, minimum, maximum].map(String),
  ]);
  return table(['setting', 'default', 'least', 'most'], rows);
};

const chart = (): string => {
  const rows = Object.values(entities).map(({ name, key, carries }) => [name, code(key.pk), code(key.sk), carries]);
  return table(['entity', 'pk', 'sk', 'carries'], rows);
};

const problemTable = (): string => {
  const rows = Object.entries(problems).map(([name, { status, title }]) => [String(status), code(name), title]);
  return table(['status', '`code`', '`title`'], rows);
};

/** Shown in a subject in place of each fact of a mail. */
const placeholders = new Proxy({} as Facts, { get: (_, name) => `<${String(name)}>` });

const mailTable = (): string => {
  const types = [...securityEventTypes, 'new_device_signed_in', 'password_reset_requested'];
  const rows = Object.entries(mails).map(([name, words]) => {
    const { subject, action = '' }: Words = words(placeholders);
    return [
      code(name),
      types
        .filter((type) => mailFor(type) === name)
        .map(code)
        .join(', '),
      escaped(subject),
      action,
    ];
  });
  return table(['mail', 'sent for', 'subject', 'button'], rows);
};

export const generated: Record<string, () => string> = {
  operations,
  security,
  entities: chart,
  permissions: () => table(['function', 'the table, by partition', 'the keys'], permissionRows()),
  problems: problemTable,
  mails: mailTable,
  counts: () =>
    table(
      ['figure', 'counts'],
      Object.entries(counts).map(([name, what]) => [code(name), what]),
    ),
  'log-reasons': () =>
    table(
      ['`reason`', 'when'],
      Object.entries(logReasons).map(([reason, when]) => [code(reason), when]),
    ),
};
