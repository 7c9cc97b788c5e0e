import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from './client';

/** How many schools are open in a region; only the count is asked for. */
export const schoolCountQuery = (region: string) =>
  queryOptions({
    queryKey: ['schools', 'count', region],
    queryFn: () =>
      body(api.GET('/api/v1/schools', { params: { query: { region, state: 'OPEN', size: 1 } } })),
    select: (page) => page.total,
  });

/** Open schools to choose from, by a part of their name or code. */
export const schoolChoicesQuery = (region: string, q: string) =>
  queryOptions({
    queryKey: ['schools', 'find', region, q],
    queryFn: () =>
      body(
        api.GET('/api/v1/schools', {
          params: { query: { region, q: q || undefined, state: 'OPEN', size: 20, sort: 'name' } },
        }),
      ),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  });
