import { queryOptions } from '@tanstack/react-query';
import { api, body } from './client';
import type { Answer, Query } from './types';

export type Region = Answer<'listRegions'>[number];
export type RegionLevel = Query<'listRegions'>['level'];

/** Regions below a parent, or of one level, within the caller's scope. */
export const regionsQuery = (query: { parent?: string; level?: RegionLevel }) =>
  queryOptions({
    queryKey: ['regions', query],
    queryFn: () => body(api.GET('/api/v1/regions', { params: { query } })),
    staleTime: 10 * 60_000,
  });

/** County codes have six digits, township codes nine. */
export const isCounty = (code: string | undefined) => code?.length === 6;
