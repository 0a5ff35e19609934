import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { setTwoFactorPolicy } from '../../../shared/contract/operations/follow-up.ts';
import { SentTimestamp } from '../../../shared/contract/schemas.ts';

const two = (count: number): string => String(count).padStart(2, '0');
const faultOf = (typed: unknown): string | undefined => z.safeParse(SentTimestamp, typed).error?.issues[0]?.message;

describe('a time in a request', () => {
  it('is accepted with every offset of RFC 3339, and passed on in UTC', () => {
    const moments = fc.date({
      min: new Date('2000-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    const minutes = fc.integer({ min: -(24 * 60 - 1), max: 24 * 60 - 1 });
    fc.assert(
      fc.property(moments, minutes, fc.constantFrom('T', 't', ' '), (moment, offset, between) => {
        const local = new Date(moment.getTime() + offset * 60_000).toISOString();
        const size = Math.abs(offset);
        const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
        const typed = local.replace('T', between).replace('Z', zone);
        expect(z.parse(SentTimestamp, typed)).toBe(moment.toISOString());
      }),
    );
  });

  it.each([
    ['2027-03-01T00:00:00+02:00', '2027-02-28T22:00:00.000Z'],
    ['2027-03-01t00:00:00z', '2027-03-01T00:00:00.000Z'],
    ['2027-03-01T00:00:00.123456789-00:00', '2027-03-01T00:00:00.123Z'],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z'],
    ['2028-02-29T12:00:00+05:45', '2028-02-29T06:15:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2016-12-31T15:59:60.5-08:00', '2017-01-01T00:00:00.500Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ])('%s is %s', (typed, time) => {
    expect(z.parse(SentTimestamp, typed)).toBe(time);
  });

  const form = 'Use a time like 2027-03-01T09:00:00+02:00';
  const day = 'There is no such day or time';
  const year = 'Use a year from 2000 to 9999';
  it.each([
    ['2027-03-01', form],
    ['2027-03-01T00:00:00', form],
    ['2027-03-01T00:00Z', form],
    ['2027-03-01T24:00:00Z', form],
    ['2027-03-01T00:60:00Z', form],
    ['2027-03-01T00:00:00+24:00', form],
    ['2027-03-01T00:00:00+0200', form],
    ['+012027-03-01T00:00:00Z', form],
    ['tomorrow', form],
    ['2027-02-29T00:00:00Z', day],
    ['2027-02-30T00:00:00Z', day],
    ['2027-13-01T00:00:00Z', day],
    ['2027-00-10T00:00:00Z', day],
    ['2027-04-31T00:00:00Z', day],
    ['0001-01-01T00:00:00Z', year],
    ['1999-12-31T23:59:59Z', year],
    ['2000-01-01T00:00:00+00:01', year],
    ['9999-12-31T23:59:59-00:01', year],
  ])('%s is refused: %s', (typed, detail) => {
    expect(faultOf(typed)).toBe(detail);
  });

  it('is described as date-time, and is what the policy accepts', () => {
    expect(z.toJSONSchema(SentTimestamp, { io: 'input' })).toMatchObject({ type: 'string', format: 'date-time' });
    expect(z.parse(setTwoFactorPolicy.body, { mode: 'required', requiredFrom: '2027-03-01T00:00:00+02:00' })).toEqual({
      mode: 'required',
      requiredFrom: '2027-02-28T22:00:00.000Z',
    });
    const early = z.safeParse(setTwoFactorPolicy.body, { mode: 'required', requiredFrom: '0001-01-01T00:00:00Z' });
    expect(early.error?.issues.map(({ path, message }) => [path.join('/'), message])).toEqual([['requiredFrom', year]]);
  });
});
