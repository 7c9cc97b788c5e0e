import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyAs, body } from '@/lib/api/client';
import type { Answer, Asked } from '@/lib/api/types';
import type { Import, ImportKind } from './import';

export type ImportTarget = Answer<'listImportTargets'>[number];
export type KeptMapping = Answer<'listImportMappings'>[number];

/** What a column can be. */
export const targetsQuery = (kind: ImportKind) =>
  queryOptions({
    queryKey: ['imports', 'targets', kind],
    queryFn: () => body(api.GET('/api/v1/imports/targets', { params: { query: { kind } } })),
    staleTime: 10 * 60_000,
  });

/** Matchings kept for next time. */
export const keptMappingsQuery = (kind: ImportKind) =>
  queryOptions({
    queryKey: ['imports', 'mappings', kind],
    queryFn: () => body(api.GET('/api/v1/import-mappings', { params: { query: { kind } } })),
  });

export function useMapColumns(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'mapImport'>) =>
      bodyAs<Import>(api.PUT('/api/v1/imports/{id}/mapping', { params: { path: { id } }, body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}

export function useForgetMapping() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      body(api.DELETE('/api/v1/import-mappings/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports', 'mappings'] }),
  });
}
