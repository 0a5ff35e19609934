import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Logo } from '../../domain/entities/organization.ts';
import { Bytes } from '../../domain/fields.ts';
import { DAY, ttlAfter } from '../../domain/instant.ts';
import type { SecuritySettings } from '../../domain/security-settings.ts';
import type { BrandChange, Brands } from '../../ports/accounts/brands.ts';
import { logoKey, organizationKey } from '../keys.ts';
import { commit, type Unconditional, type Write } from '../table/commit.ts';
import { expression } from '../table/expression.ts';
import { send, type Table } from '../table/table.ts';
import { requireActor } from './administration.ts';
import { putEvent } from './records.ts';

const LogoItem = z.extend(Logo, { bytes: Bytes });
/** Mails that show a logo are read for so long. */
const REPLACED_LOGO_DAYS = 365;

const writeBrand = ({ organization, name, brand }: BrandChange): Write<'changed'> => {
  const e = expression();
  const sets = [`${e.path('name')} = ${e.value(name)}`, `${e.path('brand')} = ${e.value(brand)}`];
  const asRead = [
    `${e.path('name')} = ${e.value(organization.name)}`,
    organization.brand
      ? `${e.path('brand', 'version')} = ${e.value(organization.brand.version)}`
      : `attribute_not_exists(${e.path('brand')})`,
  ];
  return {
    Update: {
      Key: organizationKey(organization.id),
      UpdateExpression: `SET ${sets.join(', ')}`,
      ConditionExpression: asRead.join(' AND '),
      ...e.attributes(),
    },
    ifRefused: 'changed',
  };
};

const writeLogos = ({ organization, brand, logo, now }: BrandChange): Unconditional[] => {
  const before = organization.brand?.logo;
  const replaced = before && before.id !== brand.logo?.id ? [before] : [];
  return [
    ...replaced.map(({ id }) => ({
      Update: {
        Key: logoKey(organization.id, id),
        UpdateExpression: 'SET #ttl = :ttl',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':ttl': ttlAfter(now + REPLACED_LOGO_DAYS * DAY) },
      },
    })),
    // Whatever is there under this name is the same image, perhaps about to expire.
    ...(logo ? [{ Put: { Item: { ...logoKey(organization.id, logo.id), ...logo } } }] : []),
  ];
};

export const brands = (table: Table, security: SecuritySettings): Brands => ({
  change: (change) =>
    commit(table, 'set', [
      ...(change.by ? requireActor(change.by.actor) : []),
      writeBrand(change),
      ...writeLogos(change),
      ...(change.by ? [putEvent(change.by.actor.id, change.by.event, security)] : []),
    ]),

  async logo(organizationId, logoId) {
    // Not consistent, for half the price: whatever has this name never changes.
    const command = new GetCommand({ TableName: table.name, Key: logoKey(organizationId, logoId) });
    const { Item: item } = await send(() => table.client.send(command));
    return item?.bytes ? LogoItem.parse(item) : null;
  },
});
