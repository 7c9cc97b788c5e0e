import type * as VisitScreens from './visitScreens';

let coming: Promise<typeof VisitScreens> | undefined;

/** The screens of a visit; they come while the first screen is already in use, and stay for when there is no network. */
export function visitScreens(): Promise<typeof VisitScreens> {
  coming ??= import('./visitScreens').catch((error: unknown) => {
    coming = undefined;
    throw error;
  });
  return coming;
}
