import { timeZone } from '../../language.ts';

/* Days of the calendar, in the time zone in which the reader sees all times. */

/** How far the time zone is ahead of UTC at a moment, in milliseconds. */
const offsetAt = (moment: number): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: timeZone(), hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(moment / 1_000) * 1_000;
};

/** When a day (`2026-11-24`) begins. Twice, since the first guess may lie on the other side of a change of the clocks. */
export const beginOf = (day: string): string => {
  const asUtc = Date.parse(`${day}T00:00Z`);
  return new Date(asUtc - offsetAt(asUtc - offsetAt(asUtc))).toISOString();
};

/** The day that a moment belongs to. Swedish writes days as the value of a field for dates has them. */
export const dayOf = (moment: string | number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone() }).format(new Date(moment));
