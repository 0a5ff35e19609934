import { openApi } from '../../shared/contract/openapi.ts';
import { getOpenApi as operation } from '../../shared/contract/operations/service.ts';
import { operationList } from '../../shared/contract/operations.ts';
import { publicEndpoint } from '../../shared/entry/http/public-endpoint.ts';
import { everyRequest, origin, productName } from '../../shared/runtime/needs.ts';

const document = openApi(operationList, { productName, origin });

export const handler = publicEndpoint(operation, everyRequest, async () => document);
