import { useEffect, useState } from 'preact/hooks';

const secondsUntil = (at: string): number => Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1_000));

/** Whole seconds until a moment, counted down; undefined where there is none. */
export const useTimeLeft = (at: string | undefined): number | undefined => {
  const [left, setLeft] = useState(at === undefined ? undefined : secondsUntil(at));
  useEffect(() => {
    if (at === undefined) return;
    const ticking = setInterval(() => setLeft(secondsUntil(at)), 1_000);
    return () => clearInterval(ticking);
  }, [at]);
  return left;
};
