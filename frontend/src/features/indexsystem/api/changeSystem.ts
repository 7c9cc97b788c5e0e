import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyAs, ifMatch, sendFile } from '@/lib/api/client';
import type { Asked } from '@/lib/api/types';
import type { IndexDocument, IndexSystem } from '@/lib/indexsystem/model';

type Sendable = Asked<'updateIndexSystem'>;

/** What goes out has the shape of what came in; only the emitted type knows no null. */
const sendable = (document: IndexDocument) => document as unknown as Sendable;

function useDone() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['indexSystems'] });
}

export function useMakeSystem() {
  const onSuccess = useDone();
  return {
    copy: useMutation({
      mutationFn: ({ id, ...body }: Asked<'copyIndexSystem'> & { id: string }) =>
        bodyAs<IndexSystem>(api.POST('/api/v1/index-systems/{id}/copy', { params: { path: { id } }, body })),
      onSuccess,
    }),
    create: useMutation({
      mutationFn: (document: IndexDocument) =>
        bodyAs<IndexSystem>(api.POST('/api/v1/index-systems', { body: sendable(document) })),
      onSuccess,
    }),
  };
}

/** What can be done to one version. */
export function useChangeSystem(id: string, lockVersion: number) {
  const onSuccess = useDone();
  const params = { path: { id }, header: ifMatch(lockVersion) };
  return {
    save: useMutation({
      mutationFn: (document: IndexDocument) =>
        bodyAs<IndexSystem>(api.PUT('/api/v1/index-systems/{id}', { params, body: sendable(document) })),
      onSuccess,
    }),
    upload: useMutation({
      mutationFn: (file: File) => {
        const form = new FormData();
        form.append('file', file);
        return sendFile<IndexSystem>(`/api/v1/index-systems/${id}/sheet`, form, {
          method: 'PUT',
          headers: ifMatch(lockVersion),
        });
      },
      onSuccess,
    }),
    publish: useMutation({
      mutationFn: () => bodyAs<IndexSystem>(api.POST('/api/v1/index-systems/{id}/publish', { params })),
      onSuccess,
    }),
    retire: useMutation({
      mutationFn: () => bodyAs<IndexSystem>(api.POST('/api/v1/index-systems/{id}/retire', { params })),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: () => bodyAs<undefined>(api.DELETE('/api/v1/index-systems/{id}', { params })),
      onSuccess,
    }),
  };
}
