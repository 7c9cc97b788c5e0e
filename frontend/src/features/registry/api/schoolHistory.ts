import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Answer } from '@/lib/api/types';

export type SchoolEvent = Answer<'listSchoolHistory'>[number];

/** What happened to a school, newest first. */
export const schoolHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['schools', 'one', id, 'history'],
    queryFn: () => body(api.GET('/api/v1/schools/{id}/history', { params: { path: { id } } })),
  });
