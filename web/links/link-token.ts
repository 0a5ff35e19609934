import { useEffect, useState } from 'preact/hooks';

/*
 * The token of a link is in the fragment of its address, which browsers send to nobody. It is taken out of there at once: it
 * opens an account for as long as nobody has used it, and a history outlives the person at the screen. From then on it is in
 * memory alone; the entry of the history remembers that there was one, so that a reload can say what to do.
 */

let handedOver = '';
/** For the page that comes next: the token of an answer never stands in an address at all. */
export const handOverToken = (token: string): void => {
  handedOver = token;
};

const wasReadBefore = (): boolean => (history.state as { linkRead?: boolean } | null)?.linkRead === true;

/** As a whole: a link that lost its end on the way is told from one that was used. */
const format = /^#(spi_[0-9a-z]{26}_[\w-]{43})$/;

const takeToken = (): string => {
  const token = format.exec(location.hash)?.[1] ?? handedOver;
  handedOver = '';
  if (token !== '') history.replaceState({ linkRead: true }, '', location.pathname + location.search);
  return token;
};

export type LinkToken = { token: string } | 'read before' | 'missing';

const read = (): LinkToken => {
  const isReload = wasReadBefore();
  const token = takeToken();
  if (token !== '') return { token };
  return isReload ? 'read before' : 'missing';
};

/** The token of the link that led here; another one if another link is opened in this tab. */
export const useLinkToken = (): LinkToken => {
  const [found, setFound] = useState(read);
  useEffect(() => {
    const readAgain = (): void => {
      // A jump within the page, such as to its content, changes the fragment, too.
      if (location.hash.startsWith('#spi')) setFound(read());
    };
    addEventListener('hashchange', readAgain);
    return () => removeEventListener('hashchange', readAgain);
  }, []);
  return found;
};
