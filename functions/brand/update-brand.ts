import { updateBrand as operation } from '../../shared/contract/operations/brand-change.ts';
import { sessionEndpoint } from '../../shared/entry/http/session-endpoint.ts';
import { brands, ids, limits, logos, organizations, withSession } from '../../shared/runtime/needs.ts';
import { updateBrand } from '../../shared/use-cases/brand/update-brand.ts';

export const handler = sessionEndpoint(
  operation,
  { ...withSession, brands, ids, limits, logos, organizations },
  updateBrand,
);
