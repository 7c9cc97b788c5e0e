import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

export const schoolQuery = (id: string) =>
  queryOptions({
    queryKey: ['schools', 'one', id],
    queryFn: () => body(api.GET('/api/v1/schools/{id}', { params: { path: { id } } })),
  });
