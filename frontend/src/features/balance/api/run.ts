import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

/** One calculation with the result of each stage. A run never changes, so it is kept. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['balance', 'run', id],
    queryFn: () => body(api.GET('/api/v1/balance/runs/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
  });
