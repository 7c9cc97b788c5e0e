import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from './client';
import type { Answer, Query } from './types';

export type EvidenceFile = Answer<'listFiles'>['items'][number];
export type FileKind = EvidenceFile['kind'];

const FILES = '/api/v1/evidence/files';
const FRESH_MS = 60_000;

/** The original; shown in place where a browser can, or saved. */
export const contentOf = (id: string, save: boolean) => `${FILES}/${id}/content?save=${save}`;
export const thumbnailOf = (id: string) => `${FILES}/${id}/thumbnail`;
export const publishedOf = (id: string) => `${FILES}/${id}/published`;

/** Still being looked at: its small picture or its virus scan is on the way. */
const onTheWay = (file: EvidenceFile) =>
  file.scan === 'WAITING' ||
  (file.kind === 'PHOTO' &&
    !file.thumbnail &&
    file.width === null &&
    Date.now() - Date.parse(file.receivedAt) < FRESH_MS);

/** Several files by id, in that order; asked again while one is still being looked at. */
export const someFilesQuery = (ids: string[]) =>
  queryOptions({
    queryKey: ['files', 'some', ids],
    queryFn: () => body(api.GET('/api/v1/evidence/files/some', { params: { query: { id: ids } } })),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.some(onTheWay) ? 2000 : false),
  });

export const filesQuery = (query: Query<'listFiles'>) =>
  queryOptions({
    queryKey: ['files', 'list', query],
    queryFn: () => body(api.GET('/api/v1/evidence/files', { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval: (result) => (result.state.data?.items.some(onTheWay) ? 3000 : false),
  });
