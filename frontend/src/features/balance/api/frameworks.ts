import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

/** Every framework the caller may compute with, newest version of each code first. */
export const frameworksQuery = queryOptions({
  queryKey: ['balance', 'frameworks'],
  queryFn: () => body(api.GET('/api/v1/balance/frameworks')),
  staleTime: 5 * 60_000,
});
