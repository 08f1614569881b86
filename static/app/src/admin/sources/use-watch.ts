import { useEffect, useRef, useState } from 'react';

const EVERY_MS = 4_000;
/** What was asked for has shown by then, or is seen with the next look at the page. */
const PATIENCE_MS = 60_000;

/**
 * Asks again by itself while something is under way that the next answer will show; and for a minute after `watch` was called.
 * @param onEnd called once when what was under way is over
 */
export function useWatch(isUnderWay: boolean, again: () => Promise<void>, onEnd: () => void): () => void {
  const [until, setUntil] = useState(0);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !isUnderWay) onEnd();
    was.current = isUnderWay;
  }, [isUnderWay, onEnd]);
  useEffect(() => {
    if (!isUnderWay && until <= Date.now()) return undefined;
    const timer = setInterval(() => {
      if (!isUnderWay && until <= Date.now()) clearInterval(timer);
      else void again();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, until, again]);
  return () => setUntil(Date.now() + PATIENCE_MS);
}
