import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type DrawRow = Answer<'listDraws'>['items'][number];
export type Draw = Schema<'RandomDraw'>;
export type Preview = Answer<'previewDraw'>;
export type Wish = Asked<'previewDraw'>;
export type Excluded = Preview['excluded'][number];
export type Reason = Excluded['reason'];

const KEY = ['zone', 'draws'];

export const drawsQuery = (query: Query<'listDraws'>) =>
  queryOptions({
    queryKey: [...KEY, query],
    queryFn: () => body(api.GET('/api/v1/zone/draws', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const drawQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: () => bodyAs<Draw>(api.GET('/api/v1/zone/draws/{id}', { params: { path: { id } } })),
  });

export const repeatQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id, 'repeat'],
    queryFn: () => body(api.GET('/api/v1/zone/draws/{id}/repeat', { params: { path: { id } } })),
    staleTime: 0,
  });

export const zonesQuery = queryOptions({
  queryKey: ['zones'],
  queryFn: () => body(api.GET('/api/v1/zones')),
});

/** Checklists visits can be made with. */
export const checklistsQuery = queryOptions({
  queryKey: ['zone', 'checklists'],
  queryFn: () =>
    body(api.GET('/api/v1/index-systems', { params: { query: { subject: 'VISIT', state: 'PUBLISHED' } } })),
});

export function usePreview() {
  return useMutation({
    mutationFn: (wish: Wish) => body(api.POST('/api/v1/zone/draws/preview', { body: wish })),
  });
}

export function useDraw() {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (request: Asked<'draw'>) => bodyAs<Draw>(api.POST('/api/v1/zone/draws', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** What is done with a draw. */
export type DrawDeed =
  { name: 'void'; body: Asked<'voidDraw'> } | { name: 'visits'; body: Asked<'planDrawVisits'> };

export function useDrawDeed(of: Draw) {
  const client = useQueryClient();
  const params = { path: { id: of.id }, header: ifMatch(of.version) };
  return useDeed({
    mutationFn: (deed: DrawDeed): Promise<unknown> =>
      deed.name === 'void'
        ? bodyAs(api.POST('/api/v1/zone/draws/{id}/void', { params, body: deed.body }))
        : bodyAs(api.POST('/api/v1/zone/draws/{id}/visits', { params, body: deed.body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['zone'] }),
  });
}
