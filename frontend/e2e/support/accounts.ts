import { fileURLToPath } from 'node:url';

/** Demonstration accounts; their password is the name followed by `-demo` unless the environment says otherwise. */
export const passwordOf = (account: string) =>
  process.env[`DUDAO_${account.toUpperCase()}_PASSWORD`] ?? `${account}-demo`;

/** Where a logged-in browser's cookies are kept between the journeys of one run. */
export const stateOf = (account: string) =>
  fileURLToPath(new URL(`../../node_modules/.cache/e2e/${account}.json`, import.meta.url));
