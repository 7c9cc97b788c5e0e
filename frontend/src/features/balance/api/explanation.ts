import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Stage } from '../model';

/** Formula, sums and rows behind one indicator, or what one school's figure is made of. */
export const explanationQuery = (id: string, query: { stage: Stage; indicator: string; school?: string }) =>
  queryOptions({
    queryKey: ['balance', 'run', id, 'explanation', query],
    queryFn: () =>
      body(api.GET('/api/v1/balance/runs/{id}/explanation', { params: { path: { id }, query } })),
    staleTime: Infinity,
  });
