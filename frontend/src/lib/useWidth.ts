import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element as it is laid out, for drawings that must know it. */
export function useWidth<E extends HTMLElement = HTMLDivElement>(
  before = 600,
): [RefObject<E | null>, number] {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth || before);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [before]);
  return [box, width];
}
