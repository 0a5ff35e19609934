import { noteReturnedMail } from '../../shared/delivery/note-returned-mail.ts';
import { returnedMails } from '../../shared/entry/stream/returned-mail.ts';
import { ids, log, securityEvents, users } from '../../shared/runtime/needs.ts';

export const handler = returnedMails('noteReturnedMail', log, (returned) =>
  noteReturnedMail({ ids, securityEvents, users }, returned),
);
