const MEGA = 1024 * 1024;

/** Bytes as a person reads them: `12.3 MB`. */
export const bytes = (count: number): string =>
  count >= 1024 * MEGA ? `${(count / 1024 / MEGA).toFixed(1)} GB` : `${(count / MEGA).toFixed(1)} MB`;
