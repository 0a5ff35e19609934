import { labels } from '../../../domain/codes/totp-labels.ts';
import { Failure } from '../../../domain/errors.ts';

/**
 * Authenticator apps show the organization's name beside each code.
 * @throws Failure `request_invalid` for a name of which an app could show nothing
 */
export const requireShowable = (name: string | undefined): void => {
  if (name === undefined || labels(name, '').issuer !== '') return;
  const detail = 'Use a name with something in it that authenticator apps can show';
  throw new Failure('request_invalid', { errors: [{ pointer: '#/name', detail, code: 'nothing_visible' }] });
};
