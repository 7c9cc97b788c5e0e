import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, ifMatch } from '@/lib/api/client';
import type { Answer, Asked } from '@/lib/api/types';
import type { Region } from '@/lib/api/regions';

export type Zone = Answer<'listZones'>[number];

export function useAddRegion() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'addRegion'>) => body(api.POST('/api/v1/regions', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['regions'] }),
  });
}

export function useRenameRegion(region: Region) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'renameRegion'>) =>
      body(
        api.PUT('/api/v1/regions/{code}', {
          params: { path: { code: region.code }, header: ifMatch(region.version) },
          body: request,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['regions'] }),
  });
}

export const zonesQuery = queryOptions({
  queryKey: ['zones'],
  queryFn: () => body(api.GET('/api/v1/zones')),
});

export function useAddZone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'addZone'>) => body(api.POST('/api/v1/zones', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['zones'] }),
  });
}
