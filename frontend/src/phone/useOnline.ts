import { useSyncExternalStore } from 'react';
import { cameThrough, onLine } from './queue/line';

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Whether the browser knows of a network. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

/** Whether the server was reached the last time it was tried, as far as the browser knows of a network. */
export const useReached = (): boolean => {
  const reached = useSyncExternalStore(onLine, cameThrough);
  return useOnline() && reached;
};
