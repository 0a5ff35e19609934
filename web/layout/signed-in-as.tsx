import type { ComponentChildren } from 'preact';
import type { Account } from '../api/account.ts';
import { Notice } from '../components/notice.tsx';
import { texts } from '../texts/index.ts';

/** For a page meant for people who are signed out: says who is signed in to this browser anyway. */
export const SignedInAs = ({ account, children }: { account: Account; children?: ComponentChildren }) => (
  <Notice>
    {texts.signedIn.as} <strong class="wrap">{account.email}</strong>. {children}
  </Notice>
);
