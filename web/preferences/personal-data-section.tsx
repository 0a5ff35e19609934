import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { deleteAccount, exportAccount } from '../../shared/contract/operations/lifecycle.ts';
import { useAccount } from '../api/account.ts';
import { call } from '../api/call.ts';
import { Ask } from '../components/ask.tsx';
import { download } from '../components/download.ts';
import { useDoing } from '../components/use-doing.tsx';
import { rememberEmail } from '../forms/known-email.ts';
import { useIdentity } from '../identity/use-identity.tsx';
import { accountTexts } from '../texts/account.ts';

const { personalData: words } = accountTexts;

/** What is stored about the owner: to take along, and to have erased with the account. */
export const PersonalDataSection = () => {
  const { account } = useAccount();
  const { route } = useLocation();
  const { told, isBusy, doing } = useDoing();
  const { dialog, withIdentity } = useIdentity();
  const [isAsking, setAsking] = useState(false);
  const save = () =>
    doing(async () => {
      const found = await withIdentity(() => call(exportAccount, {}));
      if (!found) return undefined;
      const name = `${account.email} ${found.exportedAt.slice(0, 10)}.json`;
      download(name, 'application/json', `${JSON.stringify(found, null, 2)}\n`);
      return words.downloaded;
    });
  const leave = () =>
    doing(async () => {
      const isGone = await withIdentity(async () => {
        await call(deleteAccount, {});
        return true;
      });
      if (isGone) {
        rememberEmail('');
        route('/sign-in?because=deleted', true);
      }
      return undefined;
    });
  return (
    <section aria-labelledby="personal-data">
      <h2 id="personal-data">{words.title}</h2>
      <p>{words.lead}</p>
      {told}
      <div class="actions" aria-busy={isBusy}>
        <button type="button" class="secondary" onClick={save}>
          {words.download}
        </button>
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          {words.delete}
        </button>
      </div>
      {isAsking && (
        <Ask
          question={words.dialog}
          onCancel={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            void leave();
          }}
        />
      )}
      {dialog}
    </section>
  );
};
