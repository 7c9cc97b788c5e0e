import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Answer, Query } from '@/lib/api/types';

export type ImportRow = Answer<'listImports'>['items'][number];

/** Imports of the caller's region, newest first. */
export const importsQuery = (query: Query<'listImports'>) =>
  queryOptions({
    queryKey: ['imports', 'list', query],
    queryFn: () => body(api.GET('/api/v1/imports', { params: { query } })),
    placeholderData: keepPreviousData,
  });
