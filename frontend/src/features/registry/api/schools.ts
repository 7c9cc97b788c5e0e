import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Answer, Query } from '@/lib/api/types';

export type School = Answer<'listSchools'>['items'][number];
export type SchoolFilter = Query<'listSchools'>;

/** A page of the register. */
export const schoolsQuery = (query: SchoolFilter) =>
  queryOptions({
    queryKey: ['schools', 'list', query],
    queryFn: () => body(api.GET('/api/v1/schools', { params: { query } })),
    placeholderData: keepPreviousData,
  });
