import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '@/lib/api/client';
import type { Answer, Asked } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type RecordRow = Answer<'listRectificationRecords'>[number];
export type LadderStep = Answer<'listLadder'>[number];
export type TimeLimit = Answer<'listTerms'>[number];
export type CalendarYear = Answer<'getCalendar'>;
export type SpecialDay = CalendarYear['days'][number];

export const recordsQuery = (year: number) =>
  queryOptions({
    queryKey: ['rectification', 'records', year],
    queryFn: () => body(api.GET('/api/v1/rectification/records', { params: { query: { year } } })),
  });

export const ladderQuery = queryOptions({
  queryKey: ['rectification', 'ladder'],
  queryFn: () => body(api.GET('/api/v1/rectification/ladder')),
});

export const termsQuery = queryOptions({
  queryKey: ['rectification', 'terms'],
  queryFn: () => versioned(api.GET('/api/v1/rectification/terms')),
});

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['rectification', 'calendar', year],
    queryFn: () =>
      versioned(api.GET('/api/v1/rectification/calendar/{year}', { params: { path: { year } } })),
  });

const read = (etag: string | null) => ({ 'If-Match': etag ?? '' });

/** @param etag of the terms as they were read */
export function useChangeTerms(etag: string | null) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (request: Asked<'changeTerms'>) =>
      body(api.PUT('/api/v1/rectification/terms', { params: { header: read(etag) }, body: request })),
    onSettled: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}

/** @param etag of the year as it was read */
export function useReplaceCalendar(year: number, etag: string | null) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (request: Asked<'replaceCalendar'>) =>
      body(
        api.PUT('/api/v1/rectification/calendar/{year}', {
          params: { path: { year }, header: read(etag) },
          body: request,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['rectification', 'calendar'] }),
  });
}
