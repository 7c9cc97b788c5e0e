import type { Person } from './store/people';
import { useStanding } from './runtime';

/** Whose turn it is; screens are shown only while it is somebody's. */
export function usePerson(): Person {
  const { person } = useStanding();
  if (!person) throw new Error('a screen without a person');
  return person;
}
