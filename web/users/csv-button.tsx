import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type * as z from 'zod/mini';
import { listUsers } from '../../shared/contract/operations/users.ts';
import type { User } from '../../shared/contract/schemas.ts';
import { asApiError } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { sentenceOf } from '../api/sentences.ts';
import { download } from '../components/download.ts';
import { userTexts } from '../texts/users.ts';
import { csvOf, userColumns } from './csv.ts';
import { type Filter, filterOf } from './filter.ts';

const { users: words } = userTexts;
const LARGEST_PAGE = '100';

const allUsers = async (filter: Filter): Promise<z.infer<typeof User>[]> => {
  const users: z.infer<typeof User>[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(listUsers, { ...filter, limit: LARGEST_PAGE, ...(cursor && { cursor }) });
    users.push(...page.users);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return users;
};

/** All pages of the filtered list, with the caller's rights. */
export const CsvButton = () => {
  const { query } = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const collect = async (): Promise<void> => {
    setBusy(true);
    setSaid(words.csvBusy);
    try {
      const users = await allUsers(filterOf(query));
      download('users.csv', 'text/csv', csvOf(userColumns, users));
      setSaid(words.csvDone(users.length));
    } catch (error) {
      setSaid(sentenceOf(asApiError(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" class="secondary" disabled={isBusy} onClick={collect}>
        {words.csv}
      </button>
      <span role="status">{said}</span>
    </>
  );
};
