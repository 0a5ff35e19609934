import type { ComponentChildren } from 'preact';
import { userTexts } from '../texts/users.ts';
import { Page } from './page.tsx';
import { Places } from './places.tsx';

const { users: words } = userTexts;

const places = [
  { place: 'list', path: '/users', text: words.title },
  { place: 'adoption', path: '/users/adoption', text: words.adoption },
] as const;

/** The list of users, or what became of two-factor authentication among them. */
export const UsersPlace = ({
  place: here,
  children,
}: {
  place: (typeof places)[number]['place'];
  children: ComponentChildren;
}) => (
  <Page title={here === 'list' ? words.title : words.adoption} wide={here === 'list'}>
    <Places
      label={words.title}
      places={places.map(({ place, path, text }) => ({ path, text, isHere: place === here }))}
    />
    {children}
  </Page>
);
