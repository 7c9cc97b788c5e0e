import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

export const teachingPointsQuery = (id: string) =>
  queryOptions({
    queryKey: ['schools', 'one', id, 'points'],
    queryFn: () => body(api.GET('/api/v1/schools/{id}/teaching-points', { params: { path: { id } } })),
  });
