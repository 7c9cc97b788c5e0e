import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

/** The newest run of every year of a county, side by side. */
export const trendQuery = (region: string, frameworkCode: string) =>
  queryOptions({
    queryKey: ['balance', 'runs', 'trend', region, frameworkCode],
    queryFn: () =>
      body(api.GET('/api/v1/balance/runs/trend', { params: { query: { region, frameworkCode } } })),
  });
