import { queryOptions } from '@tanstack/react-query';
import { api, body } from './client';
import type { Answer, Query, Schema } from './types';

export type Document = Schema<'RegisteredDocument'>;
export type DocumentKind = Answer<'listDocumentKinds'>[number];

const MAKING = 2000;

/** Whether a file of the list is still being made: then it is asked for again. */
const making = (documents: Document[] | undefined) =>
  documents?.some((one) => one.fileState === 'PENDING') ? MAKING : false;

export const documentsQuery = (query: Query<'listDocuments'>) =>
  queryOptions({
    queryKey: ['publication', 'documents', query],
    queryFn: () => body(api.GET('/api/v1/publication/documents', { params: { query } })),
    placeholderData: (previous) => previous,
    refetchInterval: (q) => making(q.state.data?.items),
  });

/** Where the browser shows a document. */
export const pdfHref = (id: string) => `/api/v1/publication/documents/${id}/pdf`;
