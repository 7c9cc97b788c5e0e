import type { JsonBodyType } from 'msw';
import { aFact, aFailingSchool, aFramework, aRun, aRunSchool } from './fixtures';
import { gives, server } from './server';

export const json = (value: unknown) => value as JsonBodyType;

/** What additions change in a stage. */
export const anEffect = (change = {}) => ({
  stage: 'PRIMARY',
  verdictBefore: 'FAIL',
  verdictAfter: 'PASS',
  compositeBefore: null,
  compositeAfter: null,
  compositeLimit: null,
  schoolsPassingBefore: 1,
  schoolsPassingAfter: 2,
  schoolsNeeded: 2,
  indicators: [
    {
      code: 'multimediaRooms',
      meanBefore: 2.4,
      meanAfter: 2.6,
      coefficientBefore: 0.501787,
      coefficientAfter: 0.41,
      limit: 0.5,
      metBefore: false,
      metAfter: true,
      belowThresholdBefore: 1,
      belowThresholdAfter: 0,
    },
  ],
  newlyPassing: [{ id: 's2', code: '2153000002', name: '青石小学', before: 'FAIL', after: 'PASS' }],
  newlyFailing: [],
  ...change,
});

/** A county of two schools with one run. */
export function aComputedCounty(): void {
  server.use(
    gives('/balance/frameworks', json([aFramework()])),
    gives('/balance/runs', json([aRun()])),
    gives('/balance/runs/r1', json(aRun())),
    gives('/schools', { items: [], page: 1, size: 1, total: 2 }),
    gives('/balance/runs/r1/schools', json([aRunSchool(), aFailingSchool()])),
    gives(
      '/facts/catalogue',
      json([aFact({ code: 'multimediaRooms', nameZh: '网络多媒体教室间数', level: 'SCHOOL', unitZh: '间' })]),
    ),
  );
}
