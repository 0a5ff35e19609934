import type { ComponentChildren } from 'preact';
import type { Account } from '../api/account.ts';
import { Notice } from '../components/notice.tsx';
import { texts } from '../texts/index.ts';

/** On a page for people who are signed out: says who is signed in at this browser all the same. */
export const SignedInAs = ({ account, children }: { account: Account; children?: ComponentChildren }) => (
  <Notice>
    {texts.signedIn.as} <strong class="wrap">{account.email}</strong>. {children}
  </Notice>
);
