import type { ComponentChildren } from 'preact';
import { useAccount } from '../api/account.ts';
import { accountTexts } from '../texts/account.ts';
import { PolicyNotice, useMustEnable } from '../two-factor/policy-notice.tsx';
import { Page } from './page.tsx';
import { Places } from './places.tsx';

const { places: words } = accountTexts;

const places = ['security', 'profile', 'sessions', 'activity'] as const;
type Place = (typeof places)[number];

/** What people may still do if their organization requires 2FA and theirs is off. */
const open = new Set<Place>(['security', 'profile']);

/** One place of the account settings, with the way to the others. */
export const AccountPlace = ({ place: here, children }: { place: Place; children: ComponentChildren }) => {
  const mustEnable = useMustEnable();
  const { email, organization } = useAccount().account;
  return (
    <Page title={here === 'security' ? words.label : words[here]}>
      <p class="hint wrap">
        <bdi>{email}</bdi> · <bdi>{organization.name}</bdi>
      </p>
      <Places
        label={words.label}
        places={places.map((place) => ({ path: `/account/${place}`, text: words[place], isHere: place === here }))}
      />
      <PolicyNotice />
      {(!mustEnable || open.has(here)) && children}
    </Page>
  );
};
