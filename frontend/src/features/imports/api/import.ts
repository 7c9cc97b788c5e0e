import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Answer } from '@/lib/api/types';

export type Import = Answer<'getImport'>;
export type ImportKind = 'SCHOOLS' | 'FIGURES';

export const importKey = (id: string) => ['imports', 'one', id] as const;

/** One import as it stands; its state is kept by the server, so a reload loses nothing. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: importKey(id),
    queryFn: () => body(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    staleTime: 0,
  });
