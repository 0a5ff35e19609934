import { looksLikeAddress } from '../../../domain/brand/looks-like-address.ts';
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

/**
 * The name is in mails to people who have never heard of the organization: it must not become a message.
 * @throws Failure `request_invalid` for a name that looks like an address or a telephone number
 */
export const requirePlainName = (name: string | undefined, before: string): void => {
  if (name === undefined || name === before || !looksLikeAddress(name)) return;
  const detail = 'Use a name without an address or a telephone number. An operator can set any other';
  throw new Failure('request_invalid', { errors: [{ pointer: '#/name', detail, code: 'name_like_address' }] });
};
