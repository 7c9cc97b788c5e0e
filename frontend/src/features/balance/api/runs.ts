import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

export interface RunFilter {
  region?: string;
  year?: number;
  framework?: string;
}

/** Calculations of a region, newest first. */
export const runsQuery = (query: RunFilter) =>
  queryOptions({
    queryKey: ['balance', 'runs', query],
    queryFn: () => body(api.GET('/api/v1/balance/runs', { params: { query } })),
  });
