import type { CallerContext } from '../../domain/request.ts';
import { type ExportNeeds, exportUser } from './steps/export-user.ts';

/** Everything that is stored about the caller, except secrets. */
export const exportAccount = (needs: ExportNeeds, { now, caller }: CallerContext) =>
  exportUser(needs, now, caller.user, caller.session.hash);
