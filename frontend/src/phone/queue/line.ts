let through = true;
const listeners = new Set<() => void>();

/** Notes whether the server's answer, or anybody's, came through: a browser only knows whether there is a network at all. */
export function came(so: boolean): void {
  if (through === so) return;
  through = so;
  listeners.forEach((listener) => listener());
}

/** Whether something came through the last time it was tried. */
export const cameThrough = (): boolean => through;

export function onLine(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
