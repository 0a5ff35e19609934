import { getTwoFactorAdoption, getTwoFactorAdoptionHistory } from '../../../shared/contract/operations/follow-up.ts';
import { call } from '../../api/call.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Pending } from '../../components/pending.tsx';
import { userTexts } from '../../texts/users.ts';
import { pathOf } from '../list/filter.ts';
import { AdoptionPlot } from './adoption-plot.tsx';
import '../../styles/lists.css';

const { users: words } = userTexts;
const WIDTH = 100;

/** How many have 2FA on, as a sentence and as a bar, with a link to those who have it off. */
export const Adoption = () => {
  const loaded = useLoaded('adoption', async () => {
    const [adoption, history] = await Promise.all([
      call(getTwoFactorAdoption, {}),
      call(getTwoFactorAdoptionHistory, {}),
    ]);
    return { ...adoption, ...history };
  });
  return (
    <section class="adoption" aria-label={words.adoption}>
      <Pending loaded={loaded}>
        {({ enabled, disabled, total, days }) => (
          <>
            <p>{words.adopted(enabled, total)}</p>
            {disabled > 0 && <p class="hint">{words.invitees}</p>}
            <svg viewBox={`0 0 ${WIDTH} 4`} preserveAspectRatio="none" aria-hidden="true">
              <rect class="rest" width={WIDTH} height="4" rx="1" />
              <rect class="share" width={total === 0 ? 0 : (WIDTH * enabled) / total} height="4" rx="1" />
            </svg>
            <AdoptionPlot days={days} />
            {disabled > 0 && (
              <p>
                <a href={pathOf({ twoFactor: 'disabled' })}>{words.followUp}</a>
              </p>
            )}
          </>
        )}
      </Pending>
    </section>
  );
};
