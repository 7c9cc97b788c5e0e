import { queryOptions } from '@tanstack/react-query';
import { api, body, bodyAs } from '@/lib/api/client';
import type { Answer } from '@/lib/api/types';
import type { IndexSystem } from '@/lib/indexsystem/model';

export type SystemSummary = Answer<'listIndexSystems'>[number];
export type Change = Answer<'listIndexSystemChanges'>[number];

/** Every version the reader may see. */
export const systemsQuery = queryOptions({
  queryKey: ['indexSystems'],
  queryFn: () => body(api.GET('/api/v1/index-systems')),
});

export const systemQuery = (id: string) =>
  queryOptions({
    queryKey: ['indexSystems', id],
    queryFn: () => bodyAs<IndexSystem>(api.GET('/api/v1/index-systems/{id}', { params: { path: { id } } })),
  });

/** What changed since another version; since the one it was made from when none is named. */
export const changesQuery = (id: string, against: string | undefined) =>
  queryOptions({
    queryKey: ['indexSystems', id, 'changes', against],
    queryFn: () =>
      body(api.GET('/api/v1/index-systems/{id}/changes', { params: { path: { id }, query: { against } } })),
  });

/** What other modules count, for items that take a number from them. */
export const countsQuery = queryOptions({
  queryKey: ['index-systems', 'counts'],
  queryFn: () => body(api.GET('/api/v1/index-systems/counts')),
  staleTime: Infinity,
});
