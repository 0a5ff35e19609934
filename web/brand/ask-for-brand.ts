import { getBrand } from '../../shared/contract/operations/brand.ts';
import { call } from '../api/call.ts';

/** @throws ApiError, also for what is no id */
export const askForBrand = (organizationId: string) => call(getBrand, { organizationId });
