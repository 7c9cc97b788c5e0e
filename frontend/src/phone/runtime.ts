import { useSyncExternalStore } from 'react';
import type { Me } from '@/lib/api/me';
import type { Schema } from '@/lib/api/types';
import { call } from './queue/remote';
import { run, type Rest } from './queue/sender';
import { waitAfter } from './queue/states';
import { become, currentPerson, lock, signedOut, signOutPending, type Person } from './store/people';
import { NotTaken, take, type Pack } from './store/pack';

/** Where this phone stands: whose turn it is, and what it is waiting for. */
export interface Standing {
  phase: 'starting' | 'nobody' | 'here';
  person: Person | undefined;
  /** The server asks for a login before it takes anything more; the work goes on. */
  login: boolean;
  /** Whether the person is of the office, with every school of the region. */
  office: boolean;
  /** The account logged in makes no visits. */
  barred: boolean;
  sending: boolean;
  rest: Rest;
  /** The office's day, once the server has told it. */
  today: string | undefined;
}

let standing: Standing = {
  phase: 'starting',
  person: undefined,
  login: false,
  office: false,
  barred: false,
  sending: false,
  rest: 'nothing',
  today: undefined,
};
const listeners = new Set<() => void>();

function tell(change: Partial<Standing>): void {
  standing = { ...standing, ...change };
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useStanding = (): Standing => useSyncExternalStore(subscribe, () => standing);

const LOGIN = '/session/login?return=/m/';
const LOGOUT = '/session/logout';
export const goToLogin = (): void => location.assign(LOGIN);

let leaving = false;

/** Asks the server who is logged in, and makes it their turn. */
async function identify(): Promise<boolean> {
  if (leaving) return false;
  const reply = await call<Me>('/api/v1/me', (me) => typeof me.subject === 'string');
  if (await signOutPending()) {
    if (reply.outcome === 'received') {
      leaving = true;
      location.assign(LOGOUT);
    }
    if (reply.outcome !== 'login') return false;
    await signedOut();
  }
  if (reply.outcome === 'login') tell({ login: true });
  const me = reply.value;
  if (reply.outcome !== 'received' || !me) return false;
  if (!me.permissions.includes('visit:make')) {
    tell({ barred: true, login: false });
    return false;
  }
  if (standing.person?.subject !== me.subject) {
    const given = await call<Schema<'FieldKeyResponse'>>(
      '/api/v1/zone/field-key',
      (key) => key.subject === me.subject,
      {
        method: 'POST',
      },
    );
    if (given.outcome !== 'received' || !given.value) return false;
    await become(given.value.subject, given.value.displayName, given.value.key);
    tell({ person: await currentPerson() });
  }
  tell({
    phase: 'here',
    login: false,
    barred: false,
    office: me.permissions.includes('visit:cancel'),
    today: me.today,
  });
  return true;
}

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let again = false;

function later(): void {
  failures += 1;
  clearTimeout(timer);
  timer = setTimeout(() => void send(), waitAfter(failures));
}

/**
 * Sends what waits, if the line and the login allow it. One run at a time, in however many tabs; a call during a run makes
 * another one follow.
 */
export async function send(): Promise<void> {
  if (standing.sending) {
    again = true;
    return;
  }
  clearTimeout(timer);
  if (!navigator.onLine) return;
  tell({ sending: true });
  try {
    await navigator.locks.request('dudao-sending', async () => {
      do {
        again = false;
        const known = await identify();
        const rest: Rest =
          known && standing.person ? await run(standing.person) : standing.login ? 'login' : 'later';
        tell({ rest, login: rest === 'login' });
        if (rest === 'later') later();
        else failures = 0;
      } while (again && standing.rest === 'nothing');
    });
  } catch {
    tell({ rest: 'later' });
    later();
  } finally {
    tell({ sending: false });
  }
}

/** Takes along what the next days need. */
export async function takeAlong(): Promise<Pack> {
  if (!navigator.onLine || !(await identify()) || !standing.person || !standing.today) {
    throw new NotTaken(standing.login ? 'login' : 'later');
  }
  return take(standing.person, standing.today, standing.office);
}

/** Ends this person's turn. Without a network the server is told when there is one again. */
export async function leave(): Promise<void> {
  leaving = navigator.onLine;
  await lock(true);
  tell({ phase: 'nobody', person: undefined, login: false });
  if (leaving) location.assign(LOGOUT);
}

/** Opens what this phone holds, then asks the server, if it can be reached. */
export async function start(): Promise<void> {
  const person = await currentPerson();
  tell({ person, phase: person ? 'here' : 'nobody' });
  window.addEventListener('online', () => {
    failures = 0;
    void send();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send();
  });
  await send();
}
