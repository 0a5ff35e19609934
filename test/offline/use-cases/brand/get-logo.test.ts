import { describe, expect, it } from 'vitest';
import { getLogo as operation } from '../../../../shared/contract/operations/brand.ts';
import { publicEndpoint } from '../../../../shared/entry/http/public-endpoint.ts';
import { getLogo } from '../../../../shared/use-cases/brand/get-logo.ts';
import { updateBrand } from '../../../../shared/use-cases/brand/update-brand.ts';
import { base64, svgLogo } from '../../../kit/logos.ts';
import { failureOf } from '../../../world.ts';
import { send } from '../../entry/http/send.ts';
import { newPeople } from '../people.ts';

const branded = async () => {
  const people = await newPeople();
  const { world, organizationId } = people;
  const { logo } = await updateBrand(world.needs, await people.asAdmin(), { logo: base64(svgLogo()) });
  return { world, params: { organizationId, logoId: logo?.url.split('/').at(-1) ?? '' } };
};

describe('a logo', () => {
  it('is served as an image that may be kept, that mails may show, and in which nothing runs', async () => {
    const { world, params } = await branded();
    const handler = publicEndpoint(operation, { ...world.needs, log: () => undefined }, getLogo);
    const event = { headers: {}, isBase64Encoded: false, pathParameters: params };
    const http = { method: 'GET', path: '/', sourceIp: '192.0.2.1' };
    const answer = await (handler as unknown as (event: object, context: object) => Promise<Record<string, never>>)(
      { ...event, requestContext: { requestId: 'r', http } },
      {},
    );
    expect(answer).toMatchObject({
      ...{ statusCode: 200, isBase64Encoded: true, body: base64(svgLogo()) },
      headers: {
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': expect.stringMatching(/^default-src 'none';.* sandbox$/),
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      },
    });
  });

  it('that does not exist is a problem like any other, and is not kept', async () => {
    const { world, params } = await branded();
    const handler = publicEndpoint(operation, { ...world.needs, log: () => undefined }, getLogo);
    const other = { ...params, logoId: 'f'.repeat(32) };
    const { statusCode, headers, json } = await send(handler, { method: 'GET', params: other });
    expect([statusCode, headers['cache-control'], json.code]).toEqual([404, 'no-store', 'not_found']);
    expect(await failureOf(getLogo(world.needs, world.context(), other))).toBe('not_found');
  });
});
