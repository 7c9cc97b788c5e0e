import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type Visit = Answer<'listVisits'>['items'][number];
export type VisitDetail = Schema<'VisitResponse'>;
export type ItemAnswer = VisitDetail['agreed'][number];

export const visitsQuery = (query: Query<'listVisits'>) =>
  queryOptions({
    queryKey: ['zone', 'visits', query],
    queryFn: () => body(api.GET('/api/v1/zone/visits', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const visitQuery = (id: string) =>
  queryOptions({
    queryKey: ['zone', 'visit', id],
    queryFn: () => bodyAs<VisitDetail>(api.GET('/api/v1/zone/visits/{id}', { params: { path: { id } } })),
  });

/** Days off between two days, each with the holiday's name; a weekend has none. */
export const daysOffQuery = (from: string, until: string) =>
  queryOptions({
    queryKey: ['zone', 'daysOff', from, until],
    queryFn: () => body(api.GET('/api/v1/zone/days-off', { params: { query: { from, until } } })),
    staleTime: 10 * 60_000,
  });

/** Checklists a visit can be made with. */
export const checklistsQuery = queryOptions({
  queryKey: ['zone', 'checklists'],
  queryFn: () =>
    body(api.GET('/api/v1/index-systems', { params: { query: { subject: 'VISIT', state: 'PUBLISHED' } } })),
});

/** An item of a checklist by its code. */
export interface ItemName {
  nameZh: string;
  nameEn: string;
}

interface Node extends ItemName {
  code: string;
  children: Node[];
}

/** The matter is the top of the item's branch. */
const items = (nodes: Node[], matter?: Node): [string, ItemName & { matter: ItemName }][] =>
  nodes.flatMap((node) =>
    node.children.length === 0
      ? [[node.code, { nameZh: node.nameZh, nameEn: node.nameEn, matter: matter ?? node }]]
      : items(node.children, matter ?? node),
  );

/** A checklist's items in its order with their names, of the version a record was made with. */
export const itemNamesQuery = (system: string) =>
  queryOptions({
    queryKey: ['zone', 'items', system],
    queryFn: () =>
      bodyAs<{ document: { nodes: Node[] } }>(
        api.GET('/api/v1/index-systems/{id}', { params: { path: { id: system } } }),
      ),
    select: (found) => new Map(items(found.document.nodes)),
    staleTime: Infinity,
  });

export function usePlanVisit() {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (request: Asked<'planVisit'>) =>
      bodyAs<VisitDetail>(api.POST('/api/v1/zone/visits', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['zone'] }),
  });
}

/** What is done with a visit. */
export type VisitDeed =
  { name: 'cancel'; body: Asked<'cancelVisit'> } | { name: 'choose'; body: Asked<'chooseVisitAnswer'> };

export function useVisitDeed(visit: Visit) {
  const client = useQueryClient();
  const params = { path: { id: visit.id }, header: ifMatch(visit.version) };
  return useDeed({
    mutationFn: async (deed: VisitDeed): Promise<unknown> =>
      deed.name === 'cancel'
        ? bodyAs(api.POST('/api/v1/zone/visits/{id}/cancel', { params, body: deed.body }))
        : bodyAs(api.POST('/api/v1/zone/visits/{id}/choices', { params, body: deed.body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['zone'] }),
  });
}
