import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Answer, Query } from '@/lib/api/types';

export type ImportProblem = Answer<'listImportProblems'>['items'][number];

/** What is wrong with an import, row by row. */
export const importProblemsQuery = (id: string, query: Query<'listImportProblems'>) =>
  queryOptions({
    queryKey: ['imports', 'one', id, 'problems', query],
    queryFn: () => body(api.GET('/api/v1/imports/{id}/problems', { params: { path: { id }, query } })),
    placeholderData: keepPreviousData,
  });
