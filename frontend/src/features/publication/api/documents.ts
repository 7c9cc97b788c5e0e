import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Document } from '@/lib/api/documents';
import type { Asked } from '@/lib/api/types';

const MAKING = 1500;

export const kindsQuery = queryOptions({
  queryKey: ['publication', 'kinds'],
  queryFn: () => body(api.GET('/api/v1/publication/kinds')),
  staleTime: Infinity,
});

/** A document; asked for again while its file is being made. */
export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['publication', 'document', id],
    queryFn: () =>
      bodyAs<Document>(api.GET('/api/v1/publication/documents/{id}', { params: { path: { id } } })),
    refetchInterval: (q) => (q.state.data?.fileState === 'PENDING' ? MAKING : false),
  });

/** What is done with a document. */
export type DocumentDeed =
  | { name: 'render' }
  | { name: 'publish' }
  | { name: 'receipt'; body: Asked<'serveDocument'> }
  | { name: 'withdraw'; body: Asked<'withdrawDocument'> };

export function useDocumentDeed(document: Document) {
  const client = useQueryClient();
  const params = { path: { id: document.id }, header: ifMatch(document.version) };
  return useMutation({
    mutationFn: (deed: DocumentDeed) => {
      switch (deed.name) {
        case 'render':
          return bodyAs<Document>(api.POST('/api/v1/publication/documents/{id}/render', { params }));
        case 'publish':
          return bodyAs<Document>(api.POST('/api/v1/publication/documents/{id}/publish', { params }));
        case 'receipt':
          return bodyAs<Document>(
            api.POST('/api/v1/publication/documents/{id}/receipt', { params, body: deed.body }),
          );
        case 'withdraw':
          return bodyAs<Document>(
            api.POST('/api/v1/publication/documents/{id}/withdraw', { params, body: deed.body }),
          );
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['publication'] }),
  });
}
