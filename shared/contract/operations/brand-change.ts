import * as z from 'zod/mini';
import { Accent } from '../../domain/brand/accent.ts';
import { BrandLinks, LostPhoneHelp, SupportContact } from '../../domain/brand/links.ts';
import { LOGO_BYTES } from '../../domain/brand/logo.ts';
import { Name } from '../../domain/fields.ts';
import { operation } from '../operation.ts';
import { Brand } from './brand.ts';

const area = 'brand';
/** Base64 takes 4 bytes for 3; the rest of the brand is small. */
/** RFC 4648, 4. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const BODY_BYTES = Math.ceil(LOGO_BYTES / 3) * 4 + 8_192;

export const updateBrand = operation({
  id: 'updateBrand',
  summary: "Change the organization's name, logo, color, support contact, help or links; null removes",
  area,
  method: 'PATCH',
  path: '/v1/organization/brand',
  auth: { permission: 'users:manage', fresh: true },
  bodyBytes: BODY_BYTES,
  body: z
    .strictObject({
      name: z.optional(Name),
      accent: z.optional(z.nullable(Accent)),
      /** A PNG or SVG image in base64. */
      logo: z.optional(z.nullable(z.string().check(z.regex(BASE64, 'Send the image in base64')))),
      supportContact: z.optional(z.nullable(SupportContact)),
      lostPhoneHelp: z.optional(z.nullable(LostPhoneHelp)),
      links: z.optional(BrandLinks),
    })
    .check(z.refine((change) => Object.keys(change).length > 0, 'Name at least one thing to change')),
  status: 200,
  reply: Brand,
  problems: [],
});
