import { openApi } from '../../shared/contract/openapi.ts';
import { getOpenApi as operation } from '../../shared/contract/operations/service.ts';
import { operationList } from '../../shared/contract/operations.ts';
import { endpoint } from '../../shared/entry/http/endpoint.ts';
import { clock, log, origin, originSecret, productName } from '../../shared/runtime/deps.ts';

const document = openApi(operationList, { productName, origin });

export const handler = endpoint(operation, { clock, log, origin, originSecret }, async () => document);
