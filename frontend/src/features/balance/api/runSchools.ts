import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Stage } from '../model';

/** The rows of one stage of a run. */
export const runSchoolsQuery = (id: string, stage: Stage) =>
  queryOptions({
    queryKey: ['balance', 'run', id, 'schools', stage],
    queryFn: () =>
      body(api.GET('/api/v1/balance/runs/{id}/schools', { params: { path: { id }, query: { stage } } })),
    staleTime: Infinity,
  });
