import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type Zones = Schema<'Zones'>;
export type ZoneRow = Zones['zones'][number];
export type Violation = Zones['violations'][number];
export type Rule = Zones['rules'][number];
export type Zone = Schema<'Zone'>;
export type Member = Zone['inspectors'][number];
export type Seat = Zone['schools'][number];
export type Proposed = Answer<'proposeAssignments'>;
export type Placement = Proposed['proposal']['placements'][number];
export type Mode = Proposed['proposal']['mode'];
export type ResponsibleRow = Answer<'listAssignments'>['items'][number];
export type Origin = Asked<'assignSchools'>['origin'];

export const zonesQuery = queryOptions({
  queryKey: ['zone', 'zones'],
  queryFn: () => bodyAs<Zones>(api.GET('/api/v1/zone/zones')),
});

export const zoneQuery = (id: string) =>
  queryOptions({
    queryKey: ['zone', 'zones', id],
    queryFn: () => bodyAs<Zone>(api.GET('/api/v1/zone/zones/{id}', { params: { path: { id } } })),
  });

export const responsibleQuery = (query: Query<'listAssignments'>) =>
  queryOptions({
    queryKey: ['zone', 'assignments', query],
    queryFn: () => body(api.GET('/api/v1/zone/assignments', { params: { query } })),
    placeholderData: keepPreviousData,
  });

/** A proposal; nothing is changed by it. */
export function usePropose() {
  return useMutation({
    mutationFn: (request: Asked<'proposeAssignments'>) =>
      body(api.POST('/api/v1/zone/proposals', { body: request })),
  });
}

/** What is done with the arrangement of a county, at the version it was read at. */
export type ZoneDeed =
  | { name: 'assign'; body: Asked<'assignSchools'> }
  | { name: 'join'; zone: string; inspector: string; leader: boolean }
  | { name: 'leave'; zone: string; inspector: string }
  | { name: 'takeIn'; zone: string; schools: string[] };

export function useZoneDeed() {
  const client = useQueryClient();
  return useDeed({
    mutationFn: async ({ deed, version }: { deed: ZoneDeed; version: number }): Promise<unknown> => {
      const header = ifMatch(version);
      switch (deed.name) {
        case 'assign':
          return bodyAs(api.POST('/api/v1/zone/assignments', { params: { header }, body: deed.body }));
        case 'join':
          return bodyAs(
            api.PUT('/api/v1/zone/zones/{id}/inspectors/{inspector}', {
              params: { path: { id: deed.zone, inspector: deed.inspector }, header },
              body: { leader: deed.leader },
            }),
          );
        case 'leave':
          return bodyAs(
            api.DELETE('/api/v1/zone/zones/{id}/inspectors/{inspector}', {
              params: { path: { id: deed.zone, inspector: deed.inspector }, header },
            }),
          );
        case 'takeIn':
          return bodyAs(
            api.POST('/api/v1/zone/zones/{id}/schools', {
              params: { path: { id: deed.zone }, header },
              body: { schoolIds: deed.schools },
            }),
          );
      }
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['zone'] }),
        client.invalidateQueries({ queryKey: ['schools'] }),
      ]),
  });
}
