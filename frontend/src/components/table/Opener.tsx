import type { MouseEvent, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';

/** How a row is opened: where its page stands, what is done on opening, or both. */
export interface Opening<T> {
  /** Address of what the row opens: a real link, which a middle click opens beside. */
  to?: (row: T) => string | undefined;
  /** Done on opening; alone, it opens something on this page. */
  onOpen?: (row: T) => void;
}

interface Props<T> extends Opening<T> {
  row: T;
  className?: string;
  children: ReactNode;
}

/** What opens a row by keyboard and screen reader: a link where there is an address, else a button. */
export function Opener<T>({ row, to, onOpen, className, children }: Props<T>) {
  const address = to?.(row);
  if (address !== undefined) {
    return (
      <Link to={address} className={className} data-row-open onClick={() => onOpen?.(row)}>
        {children}
      </Link>
    );
  }
  return (
    <button type="button" className={className} data-row-open onClick={() => onOpen?.(row)}>
      {children}
    </button>
  );
}

/** Lets the rest of a row do as its link does, also with the middle button or a key held. */
export function useRowClicks<T>({ to, onOpen }: Opening<T>) {
  const go = useNavigate();
  if (!to && !onOpen) return () => ({});
  const beside = (row: T, address: string) => {
    onOpen?.(row);
    window.open(address, '_blank', 'noopener');
  };
  return (row: T) => ({
    onClick: (event: MouseEvent) => {
      const address = to?.(row);
      if (address === undefined) onOpen?.(row);
      else if (event.metaKey || event.ctrlKey || event.shiftKey) beside(row, address);
      else {
        onOpen?.(row);
        void go(address);
      }
    },
    onAuxClick: (event: MouseEvent) => {
      const address = to?.(row);
      if (event.button === 1 && address !== undefined) beside(row, address);
    },
  });
}
