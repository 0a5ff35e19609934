import * as z from 'zod/mini';
import type { Fault } from '../errors.ts';
import { Email, faultless, line } from '../fields.ts';

/* Where an organization's pages and mails may lead: none of it runs anything or hides where it goes. */

const LONGEST_URL = 500;
/** An address on the web that a page may link to: no script, no file, no password. Empty if it is not one. */
const webAddress = (typed: string): string => {
  const url = URL.parse(typed.trim());
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : '';
};
const addressFault: Fault = { code: 'web_address_invalid', detail: 'Use an address that begins with https://' };
const contactFault: Fault = {
  code: 'contact_invalid',
  detail: 'Use an email address, or an address that begins with https://',
};

const found = (read: (typed: string) => string, fault: Fault) =>
  z.pipe(
    z.pipe(z.string().check(z.maxLength(2 * LONGEST_URL)), z.transform(read)),
    z.string().check(faultless((text) => (text === '' || text.length > LONGEST_URL ? fault : undefined))),
  );
export const WebAddress = found(webAddress, addressFault);

/** Where people reach someone who can help: an email address or a web page. */
export const SupportContact = found((typed) => {
  const email = z.safeParse(Email, typed.trim());
  return email.success ? email.data : webAddress(typed);
}, contactFault);

/** What the organization tells people who lost their phone, in its own words. */
export const LostPhoneHelp = line(300);

export const MOST_LINKS = 4;
export const LinkText = line(40);
export const BrandLinks = z.array(z.strictObject({ text: LinkText, url: WebAddress })).check(z.maxLength(MOST_LINKS));
export type BrandLink = z.infer<typeof BrandLinks>[number];
