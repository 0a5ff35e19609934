import type { getTwoFactorAdoptionHistory } from '../../shared/contract/operations/follow-up.ts';
import type { ReplyOf } from '../api/call.ts';
import { dayOf } from '../components/moment.tsx';
import { userTexts } from '../texts/users.ts';

const { users: words } = userTexts;
type Days = ReplyOf<typeof getTwoFactorAdoptionHistory>['days'];

const WIDTH = 300;
const HEIGHT = 60;

const shareOf = ({ enabled, total }: Days[number]): number => (total === 0 ? 0 : enabled / total);

/**
 * Adoption over time: a step for each day on which it changed, up to today. Its text gives the first and current
 * values.
 */
export const AdoptionPlot = ({ days }: { days: Days }) => {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || first === last) return null;
  const begin = Date.parse(first.day);
  const span = Math.max(1, Date.now() - begin);
  const x = (day: string): string => ((WIDTH * (Date.parse(day) - begin)) / span).toFixed(1);
  const y = (share: number): string => (HEIGHT - HEIGHT * share).toFixed(1);
  // The previous value holds until the day of a change.
  const steps = days.map((day, index) =>
    index === 0 ? `M0 ${y(shareOf(day))}` : `H${x(day.day)} V${y(shareOf(day))}`,
  );
  return (
    <figure>
      <svg class="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="share" d={`${steps.join(' ')} H${WIDTH}`} vector-effect="non-scaling-stroke" />
      </svg>
      <figcaption>
        {words.overTime(dayOf(first.day), Math.round(100 * shareOf(first)), Math.round(100 * shareOf(last)))}
      </figcaption>
    </figure>
  );
};
