import { queryOptions } from '@tanstack/react-query';
import { api, body } from './client';

/** The visits of a school, the latest first; for the school itself those it was told of. */
export const schoolVisitsQuery = (id: string) =>
  queryOptions({
    queryKey: ['zone', 'school', id, 'visits'],
    queryFn: () => body(api.GET('/api/v1/zone/schools/{id}/visits', { params: { path: { id } } })),
  });
