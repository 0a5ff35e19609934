import * as z from 'zod/mini';
import { logoTypes } from '../../domain/entities/organization.ts';
import { Id } from '../../domain/fields.ts';
import { operation } from '../operation.ts';

const area = 'brand';

/** How an organization's pages and mails look. What is not there is the product's own. */
export const Brand = z.object({
  name: z.string(),
  accent: z.optional(z.object({ light: z.string(), dark: z.string() })),
  /** A path on this origin that changes with the image. */
  logo: z.optional(z.object({ url: z.string(), type: z.enum(logoTypes) })),
  supportContact: z.optional(z.string()),
  lostPhoneHelp: z.optional(z.string()),
  links: z.array(z.object({ text: z.string(), url: z.string() })),
});

export const getBrand = operation({
  id: 'getBrand',
  summary: "Get an organization's name, logo, color and contact, as its pages show them to anyone",
  area,
  method: 'GET',
  path: '/v1/organizations/{organizationId}/brand',
  auth: 'none',
  params: z.object({ organizationId: Id }),
  status: 200,
  reply: Brand,
  problems: ['not_found'],
});

export const getLogo = operation({
  id: 'getLogo',
  summary: "Get an organization's logo; an address never changes its image",
  area,
  method: 'GET',
  path: '/v1/organizations/{organizationId}/logos/{logoId}',
  auth: 'none',
  params: z.object({ organizationId: Id, logoId: z.string().check(z.regex(/^[0-9a-f]{32}$/)) }),
  status: 200,
  image: true,
  problems: ['not_found'],
});
