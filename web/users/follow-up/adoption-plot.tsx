import type { getTwoFactorAdoptionHistory } from '../../../shared/contract/operations/follow-up.ts';
import type { ReplyOf } from '../../api/call.ts';
import { serverNow } from '../../api/server-clock.ts';
import { dayOf } from '../../components/moment.tsx';
import { userTexts } from '../../texts/users.ts';

const { users: words } = userTexts;
type Days = ReplyOf<typeof getTwoFactorAdoptionHistory>['days'];

const WIDTH = 640;
const HEIGHT = 200;
/** Room for the numbers beside and below. */
const [LEFT, BOTTOM, TOP, RIGHT] = [48, 28, 10, 16];
const shares = [0, 25, 50, 75, 100];

const shareOf = ({ enabled, total }: Days[number]): number => (total === 0 ? 0 : (100 * enabled) / total);

/**
 * Adoption over time: a step for each day on which it changed, up to today. Its text gives the first and current
 * values.
 */
export const AdoptionPlot = ({ days }: { days: Days }) => {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || first === last) return null;
  const begin = Date.parse(first.day);
  const span = Math.max(1, serverNow() - begin);
  const xOf = (day: string): number => LEFT + ((WIDTH - LEFT - RIGHT) * (Date.parse(day) - begin)) / span;
  const yOf = (share: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - share / 100);
  const place = (at: number): string => at.toFixed(1);
  // The previous value holds until the day of a change.
  const steps = days.map((day, index) =>
    index === 0 ? `M${LEFT} ${place(yOf(shareOf(day)))}` : `H${place(xOf(day.day))} V${place(yOf(shareOf(day)))}`,
  );
  return (
    <figure>
      <svg class="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {shares.map((share) => (
          <g key={share}>
            <path class="grid" d={`M${LEFT} ${place(yOf(share))} H${WIDTH - RIGHT}`} />
            <text x={LEFT - 8} y={yOf(share) + 4} text-anchor="end">
              {words.percent(share)}
            </text>
          </g>
        ))}
        <text x={LEFT} y={HEIGHT - 6}>
          {dayOf(first.day)}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 6} text-anchor="end">
          {words.today}
        </text>
        <path class="share" d={`${steps.join(' ')} H${WIDTH - RIGHT}`} />
      </svg>
      <figcaption>{words.overTime(dayOf(first.day), Math.round(shareOf(first)), Math.round(shareOf(last)))}</figcaption>
    </figure>
  );
};
