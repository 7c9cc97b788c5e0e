import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

/** Zones an inspector can be given. */
export const zoneChoicesQuery = queryOptions({
  queryKey: ['zones'],
  queryFn: () => body(api.GET('/api/v1/zones')),
});

/** Open schools by a part of their name or code. */
export const findSchoolsQuery = (region: string, q: string) =>
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
