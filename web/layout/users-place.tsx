import type { ComponentChildren } from 'preact';
import { userTexts } from '../texts/users.ts';
import { Page } from './page.tsx';
import { Places } from './places.tsx';

const { users: words, brand } = userTexts;

const places = [
  { place: 'list', path: '/users', text: words.title },
  { place: 'adoption', path: '/users/adoption', text: words.adoption },
  { place: 'brand', path: '/users/brand', text: brand.title },
] as const;

/** The list of users, what became of two-factor authentication among them, or what their pages look like. */
export const UsersPlace = ({
  place: here,
  children,
}: {
  place: (typeof places)[number]['place'];
  children: ComponentChildren;
}) => (
  <Page title={places.find(({ place }) => place === here)?.text ?? words.title} wide={here === 'list'}>
    <Places
      label={words.title}
      places={places.map(({ place, path, text }) => ({ path, text, isHere: place === here }))}
    />
    {children}
  </Page>
);
