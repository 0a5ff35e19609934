import { useEffect, useState } from 'preact/hooks';

const secondsUntil = (endsAt: number): number => Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000));

/** Whole seconds until a moment (milliseconds, by this machine's clock), counted down; undefined where there is none. */
export const useTimeLeft = (endsAt: number | undefined): number | undefined => {
  const [left, setLeft] = useState(endsAt === undefined ? undefined : secondsUntil(endsAt));
  useEffect(() => {
    if (endsAt === undefined) return;
    const ticking = setInterval(() => setLeft(secondsUntil(endsAt)), 1_000);
    return () => clearInterval(ticking);
  }, [endsAt]);
  return left;
};
