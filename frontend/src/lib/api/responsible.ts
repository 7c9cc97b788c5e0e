import { queryOptions } from '@tanstack/react-query';
import { api, body } from './client';

/** Everybody who ever was the responsible inspector of a school, newest first. */
export const schoolAssignmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['zone', 'school', id],
    queryFn: () => body(api.GET('/api/v1/zone/schools/{id}/assignments', { params: { path: { id } } })),
  });
