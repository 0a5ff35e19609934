import * as z from 'zod/mini';
import type { Accent } from '../../../shared/domain/brand/accent.ts';
import { LinkText, LostPhoneHelp, MOST_LINKS, SupportContact, WebAddress } from '../../../shared/domain/brand/links.ts';
import { Name } from '../../../shared/domain/fields.ts';
import type { KnownBrand } from '../../brand/known-brand.ts';

/* The fields by their names, which are the API's pointers to them: what it refuses is shown at its field. */

export const linkRows = Array.from({ length: MOST_LINKS }, (_, index) => index);
export const textName = (row: number) => `links/${row}/text` as const;
export const urlName = (row: number) => `links/${row}/url` as const;

const isGiven = (values: Record<string, string>, row: number): boolean =>
  `${values[textName(row)] ?? ''}${values[urlName(row)] ?? ''}`.trim() !== '';

const optional: [string, z.core.$ZodType][] = [
  ['supportContact', SupportContact],
  ['lostPhoneHelp', LostPhoneHelp],
];

/** What is typed: a row of which only one half is filled in is not valid. */
export const BrandFields = z.custom<Record<string, string>>().check(
  z.check<Record<string, string>>(({ value, issues }) => {
    const rows = linkRows.filter((row) => isGiven(value, row));
    const rules: [string, z.core.$ZodType][] = [
      ['name', Name],
      ...optional.filter(([field]) => value[field]),
      ...rows.flatMap((row): [string, z.core.$ZodType][] => [
        [textName(row), LinkText],
        [urlName(row), WebAddress],
      ]),
    ];
    for (const [field, rule] of rules) {
      const found = z.safeParse(rule, value[field] ?? '');
      const issue = found.error?.issues[0];
      if (issue) issues.push({ ...issue, path: [field], input: value[field] } as (typeof issues)[number]);
    }
  }),
);

/** Rows that are empty are left out. */
const linksOf = (values: Record<string, string>) =>
  linkRows
    .filter((row) => isGiven(values, row))
    .map((row) => ({ text: values[textName(row)] ?? '', url: values[urlName(row)] ?? '' }));

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Only what was changed here: what another administrator changes meanwhile stays. */
export const changesOf = (brand: KnownBrand, values: Record<string, string>, accent: Accent | null) => {
  const { name = '', supportContact: contact = '', lostPhoneHelp: help = '' } = values;
  const links = linksOf(values);
  return {
    ...(name !== brand.name && { name }),
    ...(differs(accent, brand.accent ?? null) && { accent }),
    ...(contact !== (brand.supportContact ?? '') && { supportContact: contact || null }),
    ...(help !== (brand.lostPhoneHelp ?? '') && { lostPhoneHelp: help || null }),
    ...(differs(links, brand.links) && { links }),
  };
};
