import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyAs } from '@/lib/api/client';
import type { Asked } from '@/lib/api/types';
import type { Import } from './import';

/** The verbs of an import after its columns are known. */
export function useImportSteps(id: string) {
  const client = useQueryClient();
  const params = { path: { id } };
  const onSuccess = () => client.invalidateQueries({ queryKey: ['imports'] });
  return {
    check: useMutation({
      mutationFn: () => bodyAs<Import>(api.POST('/api/v1/imports/{id}/check', { params })),
      onSuccess,
    }),
    commit: useMutation({
      mutationFn: (request: Asked<'commitImport'>) =>
        bodyAs<Import>(api.POST('/api/v1/imports/{id}/commit', { params, body: request })),
      onSuccess,
    }),
    discard: useMutation({
      mutationFn: () => bodyAs<Import>(api.POST('/api/v1/imports/{id}/discard', { params })),
      onSuccess,
    }),
  };
}
