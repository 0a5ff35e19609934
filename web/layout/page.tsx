import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../texts.ts';

type Props = {
  title: string;
  /** Whether the page tells of a trouble with a form: its title says so, too. */
  isTrouble?: boolean;
  /** One narrow column, for a single task. */
  narrow?: boolean;
  children: ComponentChildren;
};

let isFirstPage = true;

/** A page with its title. Focus goes to the heading of a page that was navigated to, as a new document's would. */
export const Page = ({ title, isTrouble = false, narrow = false, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = texts.titleOf(title, isTrouble);
  }, [title, isTrouble]);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, []);
  return (
    <main id="content" class={narrow ? 'narrow' : ''}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
};

type StepProps = { level: 'h2' | 'h3'; children: ComponentChildren };

/** The heading of a step that appears without a new page; takes the focus. */
export const StepHeading = ({ level: Heading, children }: StepProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Heading ref={heading} tabIndex={-1}>
      {children}
    </Heading>
  );
};
