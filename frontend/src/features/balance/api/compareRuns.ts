import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

/** What moved from one run to another, and which schools. */
export const compareRunsQuery = (a: string, b: string) =>
  queryOptions({
    queryKey: ['balance', 'compare', a, b],
    queryFn: () => body(api.GET('/api/v1/balance/runs/compare', { params: { query: { a, b } } })),
    staleTime: Infinity,
  });
