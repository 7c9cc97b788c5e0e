/** Marks a request as ours: the server answers 499 instead of a redirect, and accepts the session cookie for writes. */
export const OURS = { 'X-Requested-With': 'JavaScript' };
