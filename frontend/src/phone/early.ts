import { ask, type Answered } from './queue/ask';

let asked: Promise<Answered | undefined> | undefined;

const askWho = () => ask('/api/v1/me');

/** Asks who is logged in, if there is a network; the first call of {@link whoIs} gets the answer. */
export function askWhoIsThere(): void {
  if (navigator.onLine) asked = askWho();
}

/** Who is logged in, as the server says. */
export function whoIs(): Promise<Answered | undefined> {
  const answer = asked ?? askWho();
  asked = undefined;
  return answer;
}
