import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { texts } from '../texts.ts';

type Props = {
  title: string;
  /** One narrow column, for a single task. */
  narrow?: boolean;
  children: ComponentChildren;
};

const TroubleContext = createContext<(isTrouble: boolean) => void>(() => undefined);

/** Tells the page that a form on it has faults: its title says so. */
export const useTroubleInTitle = (isTrouble: boolean): void => {
  const tell = useContext(TroubleContext);
  useEffect(() => {
    tell(isTrouble);
    return () => tell(false);
  }, [tell, isTrouble]);
};

let isFirstPage = true;

/** A page with its title. Focus goes to the heading of a page that was navigated to, as a new document's would. */
export const Page = ({ title, narrow = false, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isTrouble, setTrouble] = useState(false);
  useEffect(() => {
    document.title = texts.titleOf(title, isTrouble);
  }, [title, isTrouble]);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, []);
  return (
    <TroubleContext.Provider value={setTrouble}>
      <main id="content" class={narrow ? 'narrow' : ''}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </TroubleContext.Provider>
  );
};

/** The heading of a step that appears without a new page; takes the focus. */
export const StepHeading = ({ children }: { children: ComponentChildren }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1}>
      {children}
    </h3>
  );
};
