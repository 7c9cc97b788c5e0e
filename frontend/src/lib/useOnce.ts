import { useRef } from 'react';

/** Runs one at a time: a second click while the first is under way does nothing. */
export function useOnce<A extends unknown[]>(run: (...args: A) => Promise<unknown>): (...args: A) => void {
  const busy = useRef(false);
  return (...args) => {
    if (busy.current) return;
    busy.current = true;
    void run(...args).finally(() => {
      busy.current = false;
    });
  };
}
