import { useEffect, useState } from 'preact/hooks';

const secondsUntil = (endsAt: number): number => Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000));

/** Counts down the whole seconds until a time (milliseconds, by this machine's clock); undefined if there is none. */
export const useTimeLeft = (endsAt: number | undefined): number | undefined => {
  const [left, setLeft] = useState(endsAt === undefined ? undefined : secondsUntil(endsAt));
  useEffect(() => {
    if (endsAt === undefined) return;
    const ticking = setInterval(() => setLeft(secondsUntil(endsAt)), 1_000);
    return () => clearInterval(ticking);
  }, [endsAt]);
  return left;
};
