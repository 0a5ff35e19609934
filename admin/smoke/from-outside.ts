import { expectThat } from './caller.ts';
import { isOk, type Step } from './step.ts';

/** What anyone can see of a deployment; each step says what it saw. */
export const fromOutside: Step[] = [
  {
    name: 'health, also for HEAD',
    async run({ call }) {
      isOk(await call('GET', '/v1/health'));
      isOk(await call('HEAD', '/v1/health'));
      return '200';
    },
  },
  {
    name: 'the pages, under their policy',
    async run({ call }) {
      const page = await call('GET', '/sign-in');
      isOk(page);
      const policy = page.headers.get('content-security-policy') ?? 'no policy';
      expectThat(
        policy.includes("default-src 'none'") && !policy.includes('unsafe'),
        'expected a strict policy',
        policy,
      );
      const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(page.body) ?? [];
      const loaded = await call('GET', script);
      isOk(loaded);
      return `${Math.round(loaded.body.length / 1_024)} KB of script`;
    },
  },
  {
    name: 'unknown paths of the API',
    async run({ call }) {
      const answer = await call('GET', '/v1/nothing-here');
      isOk(answer, 404);
      expectThat(
        (answer.headers.get('content-type') ?? '').startsWith('application/problem+json'),
        'expected a problem',
        answer.body,
      );
      return '404 as a problem';
    },
  },
  {
    name: 'a direct call to the API, past the edge',
    isSkipped: ({ apiUrl }) => apiUrl === undefined,
    async run({ call, apiUrl = '' }) {
      const { status } = await call('GET', `${apiUrl}/v1/health`);
      expectThat(status === 200 || status === 403, 'expected 200, or 403 with edgeOnly', status);
      return status === 403 ? '403: only the edge may call' : '200: the API is open beside the edge';
    },
  },
];
