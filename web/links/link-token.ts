import { useEffect, useState } from 'preact/hooks';

/*
 * The token of a link is in the fragment of its address, which browsers do not send to any server. It is removed from
 * there at once: it opens an account until it is used, and the history outlasts the person at the screen. From then on
 * it is only in memory; the history entry remembers that there was one, so that a reload can say what to do.
 */

let handedOver = '';
/** For the next page: a token from an answer never appears in any address. */
export const handOverToken = (token: string): void => {
  handedOver = token;
};

const wasReadBefore = (): boolean => (history.state as { linkRead?: boolean } | null)?.linkRead === true;

/** Matches the whole token: this tells a link that was cut off from one that was used. */
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

/** The token of the link that led here; a new one if another link is opened in this tab. */
export const useLinkToken = (): LinkToken => {
  const [found, setFound] = useState(read);
  useEffect(() => {
    const readAgain = (): void => {
      // A jump within the page, such as to its content, changes the fragment too.
      if (location.hash.startsWith('#spi')) setFound(read());
    };
    addEventListener('hashchange', readAgain);
    return () => removeEventListener('hashchange', readAgain);
  }, []);
  return found;
};
