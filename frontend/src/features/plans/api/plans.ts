import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type Semester = Answer<'listSemesters'>[number];
export type Preview = Answer<'previewVisitPlan'>;
export type Wish = Asked<'previewVisitPlan'>;
export type Plan = Schema<'VisitPlan'>;
export type Progress = Answer<'getVisitProgress'>;
export type By = Progress['by'];
export type Counts = Progress['total'];
export type Parameter = Answer<'listZoneParameters'>[number];
export type Visit = Answer<'listVisits'>['items'][number];
export type KeyPoints = Schema<'KeyPoints'>;

/** Everything about plans and visits is read anew after a change of either. */
const KEY = 'zone';

export const semestersQuery = queryOptions({
  queryKey: [KEY, 'semesters'],
  queryFn: () => body(api.GET('/api/v1/zone/semesters')),
});

export const plansQuery = queryOptions({
  queryKey: [KEY, 'plans'],
  queryFn: () => body(api.GET('/api/v1/zone/visit-plans')),
});

export const parametersQuery = queryOptions({
  queryKey: [KEY, 'parameters'],
  queryFn: () => body(api.GET('/api/v1/zone/parameters')),
});

/** Every rule there was or will be, general and the county's own, the latest first. */
export const parameterHistoryQuery = queryOptions({
  queryKey: [KEY, 'parameters', 'history'],
  queryFn: () => body(api.GET('/api/v1/zone/parameters/history')),
});

export const progressQuery = (query: Query<'getVisitProgress'>) =>
  queryOptions({
    queryKey: [KEY, 'progress', query],
    queryFn: () => body(api.GET('/api/v1/zone/visit-progress', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const repeatQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'plans', id, 'repeat'],
    queryFn: () => body(api.GET('/api/v1/zone/visit-plans/{id}/repeat', { params: { path: { id } } })),
  });

export const daysOffQuery = (from: string, until: string) =>
  queryOptions({
    queryKey: [KEY, 'daysOff', from, until],
    queryFn: () => body(api.GET('/api/v1/zone/days-off', { params: { query: { from, until } } })),
    select: (days) => new Map(days.map((one) => [one.day, one.name])),
    staleTime: 10 * 60_000,
  });

/** The visits of an inspector between two days. */
export const inspectorVisitsQuery = (inspector: string, from: string, until: string) =>
  queryOptions({
    queryKey: [KEY, 'visits', 'of', inspector, from, until],
    queryFn: () =>
      body(
        api.GET('/api/v1/zone/visits', {
          params: { query: { inspector, from, until, size: 200, sort: 'day' } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const peopleQuery = queryOptions({
  queryKey: [KEY, 'inspectors', 'names'],
  queryFn: () => body(api.GET('/api/v1/zone/inspectors', { params: { query: { size: 200 } } })),
  select: (page) => page.items.map(({ id, name }) => ({ id, name })),
});

export const keyPointsQuery = queryOptions({
  queryKey: [KEY, 'keyPoints'],
  queryFn: () => body(api.GET('/api/v1/zone/key-points')),
});

export function usePreview() {
  return useMutation({
    mutationFn: (wish: Wish) => body(api.POST('/api/v1/zone/visit-plans/preview', { body: wish })),
  });
}

/** What is done with plans. */
export type PlanDeed =
  | { name: 'adopt'; body: Asked<'adoptVisitPlan'> }
  | { name: 'withdraw'; plan: Plan; reason: string }
  | { name: 'semester'; year: number; half: Semester['half']; version: number; body: Asked<'setSemester'> }
  | { name: 'parameter'; of: Parameter; body: Asked<'setZoneParameter'> }
  | { name: 'move'; visit: Visit; body: Asked<'moveVisit'> }
  | { name: 'writePoints'; year: number; version: number; body: Asked<'writeKeyPoints'> }
  | { name: 'approvePoints'; of: KeyPoints; inForceFrom: string }
  | { name: 'issuePoints'; approval: string }
  | { name: 'reopenPoints'; of: KeyPoints; reason: string };

export function usePlanDeed() {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (deed: PlanDeed): Promise<unknown> => run(deed),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

function run(deed: PlanDeed): Promise<unknown> {
  switch (deed.name) {
    case 'adopt':
      return bodyAs(api.POST('/api/v1/zone/visit-plans', { body: deed.body }));
    case 'withdraw':
      return bodyAs(
        api.POST('/api/v1/zone/visit-plans/{id}/withdraw', {
          params: { path: { id: deed.plan.id }, header: ifMatch(deed.plan.version) },
          body: { reason: deed.reason },
        }),
      );
    case 'semester':
      return bodyAs(
        api.PUT('/api/v1/zone/semesters/{year}/{half}', {
          params: { path: { year: deed.year, half: deed.half }, header: ifMatch(deed.version) },
          body: deed.body,
        }),
      );
    case 'parameter':
      return bodyAs(
        api.PUT('/api/v1/zone/parameters/{code}', {
          params: {
            path: { code: deed.of.code },
            header: { 'If-Match': `"${deed.of.validFrom}/${deed.of.value}"` },
          },
          body: deed.body,
        }),
      );
    case 'move':
      return bodyAs(
        api.POST('/api/v1/zone/visits/{id}/move', {
          params: { path: { id: deed.visit.id }, header: ifMatch(deed.visit.version) },
          body: deed.body,
        }),
      );
    case 'writePoints':
      return bodyAs(
        api.PUT('/api/v1/zone/key-points/{year}', {
          params: { path: { year: deed.year }, header: ifMatch(deed.version) },
          body: deed.body,
        }),
      );
    case 'approvePoints':
      return bodyAs(
        api.POST('/api/v1/zone/key-points/{year}/approve', {
          params: { path: { year: deed.of.year }, header: ifMatch(deed.of.version) },
          body: { inForceFrom: deed.inForceFrom },
        }),
      );
    case 'issuePoints':
      return body(
        api.POST('/api/v1/publication/key-points/{approval}/issue', {
          params: { path: { approval: deed.approval } },
        }),
      );
    case 'reopenPoints':
      return bodyAs(
        api.POST('/api/v1/zone/key-points/{year}/reopen', {
          params: { path: { year: deed.of.year }, header: ifMatch(deed.of.version) },
          body: { reason: deed.reason },
        }),
      );
  }
}
