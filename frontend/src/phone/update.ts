import { useSyncExternalStore } from 'react';
import { registerSW } from 'virtual:pwa-register';

const HOUR = 3600 * 1000;

let ready = false;
let change: (() => Promise<void>) | undefined;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Keeps this version for use without a network, and looks for a newer one now and again. */
export function keepVersion(): void {
  change = registerSW({
    immediate: true,
    onNeedRefresh: () => {
      ready = true;
      listeners.forEach((listener) => listener());
    },
    onRegisteredSW: (_, registration) => {
      const look = () => {
        if (navigator.onLine) void registration?.update().catch(() => undefined);
      };
      setInterval(look, HOUR);
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') look();
      });
    },
  });
}

/** Whether a newer version waits; it never comes by itself, least of all in the middle of a visit. */
export const useUpdateReady = (): boolean => useSyncExternalStore(subscribe, () => ready);

/** Changes to it; everything written is kept. */
export const update = (): void => void change?.();
