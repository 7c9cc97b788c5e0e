import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyAs, ifMatch } from '@/lib/api/client';
import type { Asked } from '@/lib/api/types';
import type { Framework } from '../model';

function useDone() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['balance', 'frameworks'] });
}

export function useCopyFramework(id: string) {
  const onSuccess = useDone();
  return useMutation({
    mutationFn: (request: Asked<'copyFramework'>) =>
      bodyAs<Framework>(
        api.POST('/api/v1/balance/frameworks/{id}/copy', { params: { path: { id } }, body: request }),
      ),
    onSuccess,
  });
}

/** What can be done to a draft. */
export function useDraft(draft: Framework) {
  const onSuccess = useDone();
  const params = { path: { id: draft.id }, header: ifMatch(draft.lockVersion) };
  return {
    update: useMutation({
      mutationFn: (request: Asked<'updateFramework'>) =>
        bodyAs<Framework>(api.PUT('/api/v1/balance/frameworks/{id}', { params, body: request })),
      onSuccess,
    }),
    publish: useMutation({
      mutationFn: () => bodyAs<Framework>(api.POST('/api/v1/balance/frameworks/{id}/publish', { params })),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: () => bodyAs<undefined>(api.DELETE('/api/v1/balance/frameworks/{id}', { params })),
      onSuccess,
    }),
  };
}
