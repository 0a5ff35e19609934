import type { ComponentChildren } from 'preact';
import type { Language } from '../../shared/domain/languages.ts';
import { texts } from '../texts/index.ts';
import { Brand } from './brand.tsx';
import { Foot } from './foot.tsx';

type Props = {
  /** Shown next to the product's name. */
  beside?: ComponentChildren;
  children: ComponentChildren;
  /** What else is to happen when a language is chosen. */
  onLanguage?: ((language: Language) => Promise<unknown>) | undefined;
};

/** What surrounds every page. */
export const Frame = ({ beside, children, onLanguage }: Props) => (
  <>
    <a class="skip" href="#content">
      {texts.general.skip}
    </a>
    <header class="bar">
      <Brand />
      {beside}
    </header>
    {children}
    <Foot onLanguage={onLanguage} />
  </>
);
