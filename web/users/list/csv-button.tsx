import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { asApiError } from '../../api/api-error.ts';
import { sentenceOf } from '../../api/sentences.ts';
import { download } from '../../components/download.ts';
import { userTexts } from '../../texts/users.ts';
import { allUsers } from './all-users.ts';
import { csvOf, userColumns } from './csv.ts';
import { filterOf } from './filter.ts';

const { users: words } = userTexts;

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
