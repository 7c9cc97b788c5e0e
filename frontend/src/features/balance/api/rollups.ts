import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs } from '@/lib/api/client';
import type { Answer, Asked, Query } from '@/lib/api/types';

export type Rollup = Answer<'listRollups'>[number];
export type RollupCounty = Answer<'listRollupCounties'>['items'][number];

export const rollupsQuery = (region: string, year: number) =>
  queryOptions({
    queryKey: ['balance', 'rollups', region, year],
    queryFn: () => body(api.GET('/api/v1/balance/rollups', { params: { query: { region, year } } })),
  });

/** One roll-up with its counties counted by stage and verdict. */
export const rollupQuery = (id: string) =>
  queryOptions({
    queryKey: ['balance', 'rollups', 'one', id],
    queryFn: () => body(api.GET('/api/v1/balance/rollups/{id}', { params: { path: { id } } })),
  });

/** The counties of one stage, ranked by distance from passing. */
export const rollupCountiesQuery = (id: string, query: Query<'listRollupCounties'>) =>
  queryOptions({
    queryKey: ['balance', 'rollups', 'one', id, 'counties', query],
    queryFn: () =>
      body(api.GET('/api/v1/balance/rollups/{id}/counties', { params: { path: { id }, query } })),
    placeholderData: keepPreviousData,
  });

export function useStartRollup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'startRollup'>) =>
      bodyAs<Rollup>(api.POST('/api/v1/balance/rollups', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['balance', 'rollups'] }),
  });
}
