import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

export const headsQuery = (id: string) =>
  queryOptions({
    queryKey: ['schools', 'heads', id],
    queryFn: () => body(api.GET('/api/v1/schools/{id}/heads', { params: { path: { id } } })),
  });

export function useEnterHead(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ since, name }: { since: string; name: string }) =>
      body(
        api.PUT('/api/v1/schools/{id}/heads/{since}', { params: { path: { id, since } }, body: { name } }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['schools', 'heads', id] }),
  });
}

export function useRemoveHead(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (since: string) =>
      body(api.DELETE('/api/v1/schools/{id}/heads/{since}', { params: { path: { id, since } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['schools', 'heads', id] }),
  });
}
