import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Answer, Query } from '@/lib/api/types';

export type FigureLine = Answer<'listFigures'>['items'][number];
export type FigureFilter = Query<'listFigures'>;

/** Schools and their figures of a year. */
export const figuresQuery = (query: FigureFilter) =>
  queryOptions({
    queryKey: ['figures', 'list', query],
    queryFn: () => body(api.GET('/api/v1/figures', { params: { query } })),
    placeholderData: keepPreviousData,
  });
