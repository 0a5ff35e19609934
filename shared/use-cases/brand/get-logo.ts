import { Failure } from '../../domain/errors.ts';
import type { Context } from '../../domain/request.ts';
import type { Brands } from '../../ports/accounts/brands.ts';

type Input = { organizationId: string; logoId: string };

/** @throws Failure `not_found` */
export const getLogo = async ({ brands }: { brands: Pick<Brands, 'logo'> }, _: Context, input: Input) => {
  const logo = await brands.logo(input.organizationId, input.logoId);
  if (!logo) throw new Failure('not_found');
  return logo;
};
