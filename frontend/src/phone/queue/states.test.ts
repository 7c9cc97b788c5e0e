import { describe, expect, it } from 'vitest';
import { mayBecome, outcome, STATES, waitAfter, type State } from './states';

describe('states of a record', () => {
  it('go one way until the server has spoken', () => {
    const ways = STATES.flatMap((from) =>
      STATES.filter((to) => mayBecome(from, to)).map((to): [State, State] => [from, to]),
    );
    expect(ways).toEqual([
      ['draft', 'ready'],
      ['ready', 'draft'],
      ['ready', 'sent'],
      ['sent', 'received'],
      ['sent', 'rejected'],
      ['rejected', 'draft'],
    ]);
  });
});

describe('an answer', () => {
  it('is a receipt only when it names the record', () => {
    expect(outcome(200, false, true)).toBe('received');
    expect(outcome(200, false, false)).toBe('later');
    expect(outcome(302, false, false)).toBe('later');
  });

  it('is a refusal only in the server’s own words', () => {
    expect(outcome(409, true, false)).toBe('refused');
    expect(outcome(422, true, false)).toBe('refused');
    expect(outcome(403, false, false)).toBe('later');
    expect(outcome(404, false, false)).toBe('later');
  });

  it('asks for a login where the session is over', () => {
    expect(outcome(401, true, false)).toBe('login');
    expect(outcome(499, false, false)).toBe('login');
  });

  it('leaves everything else for later', () => {
    for (const status of [0, 408, 429, 500, 502, 503]) expect(outcome(status, true, false)).toBe('later');
  });
});

it('waits longer each time, never longer than five minutes', () => {
  expect([1, 2, 3, 7, 20].map(waitAfter)).toEqual([5_000, 10_000, 20_000, 300_000, 300_000]);
});
