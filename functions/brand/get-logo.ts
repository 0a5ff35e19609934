import { getLogo as operation } from '../../shared/contract/operations/brand.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { brands, everyRequest } from '../../shared/runtime/needs.ts';
import { getLogo } from '../../shared/use-cases/brand/get-logo.ts';

export const handler = publicEndpoint(operation, { ...everyRequest, brands }, getLogo);
