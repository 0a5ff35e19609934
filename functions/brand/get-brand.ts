import { getBrand as operation } from '../../shared/contract/operations/brand.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { everyRequest, organizations } from '../../shared/runtime/needs.ts';
import { getBrand } from '../../shared/use-cases/brand/get-brand.ts';

export const handler = publicEndpoint(operation, { ...everyRequest, organizations }, getBrand);
