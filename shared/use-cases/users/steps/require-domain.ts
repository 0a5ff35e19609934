import { Failure } from '../../../domain/errors.ts';
import { isInDomains } from '../../../domain/fields.ts';

/** Checked before the table is asked: a forbidden domain reveals nothing about other organizations' users. */
export const requireDomain = (email: string, domains: string[] | undefined): void => {
  if (isInDomains(email, domains)) return;
  throw new Failure('request_invalid', {
    errors: [
      {
        pointer: '#/email',
        detail: `Use an address at ${domains?.join(' or ')}`,
        code: 'domain_not_allowed',
        value: domains?.join(', ') ?? '',
      },
    ],
  });
};
