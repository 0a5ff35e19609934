import type { ComponentChildren } from 'preact';
import { texts } from '../texts.ts';
import { Notice } from './notice.tsx';
import { useSignedIn } from './use-signed-in.ts';

type Props = {
  /** Whose account the page is about: whoever is signed in as that one need not be told. */
  unless?: string;
  children?: ComponentChildren;
};

/** On a page for people who cannot sign in: says who is signed in here all the same. */
export const SignedInAs = ({ unless, children }: Props) => {
  const account = useSignedIn();
  if (account === 'loading' || account === undefined || account.email === unless) return null;
  return (
    <Notice>
      {texts.signedIn.as} <strong class="wrap">{account.email}</strong>. {children}
    </Notice>
  );
};
