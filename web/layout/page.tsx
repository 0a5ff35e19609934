import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { useBrandName } from '../brand/known-brand.ts';
import { texts } from '../texts/index.ts';

type Props = {
  title: string;
  /** One narrow column, for a single task; or as wide as a long table needs. */
  narrow?: boolean;
  wide?: boolean;
  /** The page itself moves the focus, to its one field. */
  leavesFocus?: boolean;
  children: ComponentChildren;
};

const ErrorContext = createContext<(hasErrors: boolean) => void>(() => undefined);

/** Notifies the page that one of its forms has errors, so that its title says so. */
export const useErrorInTitle = (hasErrors: boolean): void => {
  const tell = useContext(ErrorContext);
  useEffect(() => {
    tell(hasErrors);
    return () => tell(false);
  }, [tell, hasErrors]);
};

let isFirstPage = true;

/** A page with its title. After navigation, the page's heading gets the focus, as a new document's would. */
export const Page = ({ title, narrow = false, wide = false, leavesFocus = false, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const [hasErrors, setHasErrors] = useState(false);
  const whose = useBrandName();
  useEffect(() => {
    document.title = `${hasErrors ? texts.general.errorBefore(title) : title} – ${whose}`;
  }, [title, hasErrors, whose]);
  useEffect(() => {
    if (!isFirstPage && !leavesFocus) heading.current?.focus();
    isFirstPage = false;
  }, [leavesFocus]);
  return (
    <ErrorContext.Provider value={setHasErrors}>
      <main id="content" class={[narrow && 'narrow', wide && 'wide'].filter(Boolean).join(' ')}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </ErrorContext.Provider>
  );
};

type StepProps = {
  /** h3: within a section. */
  level?: 'h2' | 'h3';
  children: ComponentChildren;
};

/** The heading of a step that appears without a new page; takes the focus. */
export const StepHeading = ({ level: Heading = 'h3', children }: StepProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Heading ref={heading} tabIndex={-1}>
      {children}
    </Heading>
  );
};
