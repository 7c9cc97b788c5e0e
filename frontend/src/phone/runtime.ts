import { useSyncExternalStore } from 'react';
import type { Me } from '@/lib/api/me';
import type { Schema } from '@/lib/api/types';
import { whoIs } from './early';
import { ask } from './queue/ask';
import { came } from './queue/line';
import { call, understood } from './queue/remote';
import { run, type Rest } from './queue/sender';
import { waitAfter } from './queue/states';
import { enter, setPasscode, type Entered } from './store/passcode';
import { visitScreens } from './screens/visit';
import { currentPerson, hasTurn, lock, signedOut, signOutPending, type Person } from './store/people';
import { NotTaken, take, type Pack } from './store/pack';

/** Where this phone stands: whose turn it is, if anybody’s, and what it is waiting for. */
export interface Standing {
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

const HERE = '/m/';
const LOGIN = `/session/login?return=${HERE}`;
const LOGOUT = '/session/logout';
/** Where the server leads to after a logout; without it that is the desk. */
const AFTER_LOGOUT = 'dudao_after_logout';

function goToLogout(then: string): void {
  document.cookie = `${AFTER_LOGOUT}=${encodeURIComponent(then)}; path=/session; max-age=300; samesite=lax`;
  location.assign(LOGOUT);
}

/** To the login page; somebody who left without a network is logged out on the way. */
export async function goToLogin(): Promise<void> {
  if (await signOutPending()) goToLogout(LOGIN);
  else location.assign(LOGIN);
}

/** Milliseconds to see whether the server is there before the phone is left to it. */
const LEAVING = 10_000;
let leaving = false;

const askForKey = (subject: string) =>
  call<Schema<'FieldKeyResponse'>>('/api/v1/zone/field-key', (key) => key.subject === subject, {
    method: 'POST',
  });

/** Asks the server who is logged in, and makes it their turn. */
async function identify(): Promise<boolean> {
  if (leaving) return false;
  const reply = understood<Me>(await whoIs(), (me) => typeof me.subject === 'string');
  if (await signOutPending()) {
    const own = reply.outcome === 'received' && reply.value?.subject === standing.person?.subject;
    if (reply.outcome === 'received' && !own) {
      if (standing.person) {
        // the login is still that of whoever had the phone before; nobody is sent away from their work for it
        tell({ login: true });
      } else {
        leaving = true;
        goToLogout(HERE);
      }
      return false;
    }
    if (reply.outcome !== 'login' && !own) return false;
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
    const given = await askForKey(me.subject);
    if (given.outcome !== 'received' || !given.value) return false;
    await hasTurn(given.value.subject, given.value.displayName, given.value.key);
    tell({ person: await currentPerson() });
  }
  tell({
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
  // the screens of a visit are of what is taken along
  await visitScreens().catch(() => {
    throw new NotTaken('later');
  });
  return take(standing.person, standing.today, standing.office);
}

/** Ends this person's turn. Without a network the server is told when there is one again. */
export async function leave(): Promise<void> {
  leaving = navigator.onLine;
  await lock(true);
  tell({ person: undefined, login: false });
  if (!leaving) return;
  // a browser that believes in a network would end on its own page of errors
  if (await ask('/api/v1/me', { patience: LEAVING })) {
    goToLogout(HERE);
  } else {
    leaving = false;
    later();
  }
}

/** Makes it somebody's turn again by their passcode, without a network. */
export async function enterWith(subject: string, passcode: string): Promise<Entered> {
  const entered = await enter(subject, passcode);
  if (entered.as === 'open') {
    tell({ person: await currentPerson() });
    void send();
  }
  return entered;
}

/** Sets the passcode of the person whose turn it is; tells whether the server could be asked for their key. */
export async function keepPasscode(person: Person, passcode: string): Promise<boolean> {
  const given = navigator.onLine ? await askForKey(person.subject) : undefined;
  if (given?.outcome !== 'received' || !given.value) return false;
  await setPasscode(person.subject, given.value.key, passcode);
  return true;
}

/** Opens what this phone holds. */
export async function open(): Promise<void> {
  tell({ person: await currentPerson() });
}

/** Asks the server, if it can be reached, and again whenever it may be reached anew. */
export async function start(): Promise<void> {
  window.addEventListener('online', () => {
    came(true);
    failures = 0;
    void send();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send();
  });
  await send();
}
