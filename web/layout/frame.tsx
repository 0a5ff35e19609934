import type { ComponentChildren } from 'preact';
import { texts } from '../texts/index.ts';
import { Brand } from './brand.tsx';

type Props = {
  /** Shown next to the product's name. */
  beside?: ComponentChildren;
  children: ComponentChildren;
};

/** What surrounds every page. */
export const Frame = ({ beside, children }: Props) => (
  <>
    <a class="skip" href="#content">
      {texts.general.skip}
    </a>
    <header class="bar">
      <Brand />
      {beside}
    </header>
    {children}
  </>
);
