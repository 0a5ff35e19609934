import { eraseUsers } from '../../shared/delivery/erase-users.ts';
import { scheduled } from '../../shared/entry/stream/scheduled.ts';
import { clock, deletions, erasing, log } from '../../shared/runtime/needs.ts';

export const handler = scheduled('eraseUsers', { clock, log }, (now) => eraseUsers({ ...erasing, deletions }, now));
