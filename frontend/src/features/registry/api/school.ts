import { queryOptions } from '@tanstack/react-query';
import { api, bodyAs } from '@/lib/api/client';
import type { School } from './schools';

export const schoolQuery = (id: string) =>
  queryOptions({
    queryKey: ['schools', 'one', id],
    queryFn: () => bodyAs<School>(api.GET('/api/v1/schools/{id}', { params: { path: { id } } })),
  });
