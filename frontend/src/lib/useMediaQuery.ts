import { useSyncExternalStore } from 'react';

/** True while the media query holds. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Narrower than a small tablet held upright: one column, cards for rows, the menu in a drawer. */
export const usePhone = () => useMediaQuery('(max-width: 767px)');
