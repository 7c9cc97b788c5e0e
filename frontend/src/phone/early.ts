import type { Me } from '@/lib/api/me';
import { call, type Reply } from './queue/remote';

let asked: Promise<Reply<Me>> | undefined;

const ask = () => call<Me>('/api/v1/me', (me) => typeof me.subject === 'string');

/** Asks who is logged in, if there is a network; the first call of {@link whoIs} gets the answer. */
export function whoIsThere(): void {
  if (navigator.onLine) asked = ask();
}

/** Who is logged in, as the server says. */
export function whoIs(): Promise<Reply<Me>> {
  const answer = asked ?? ask();
  asked = undefined;
  return answer;
}
