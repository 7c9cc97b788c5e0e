import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Schema } from '@/lib/api/types';

export type FileDetail = Schema<'EvidenceFileDetail'>;
export type ArchiveSummary = Answer<'listArchives'>[number];
export type Template = Answer<'listArchiveTemplates'>[number];
export type Archive = Answer<'getArchive'>;
export type Category = Archive['categories'][number];
export type Item = Category['items'][number];
export type Ask = Item['asks'][number];
export type AskedOfUs = Answer<'listAsked'>[number];

export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['files', 'one', id],
    queryFn: () => bodyAs<FileDetail>(api.GET('/api/v1/evidence/files/{id}', { params: { path: { id } } })),
  });

export function useDescribe(file: { id: string; version: number }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'describeFile'>) =>
      bodyAs<FileDetail>(
        api.PUT('/api/v1/evidence/files/{id}', {
          params: { path: { id: file.id }, header: ifMatch(file.version) },
          body: request,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['files'] }),
  });
}

export function useDelete(file: { id: string; version: number }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      body(
        api.DELETE('/api/v1/evidence/files/{id}', {
          params: { path: { id: file.id }, header: ifMatch(file.version) },
        }),
      ),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['files', 'one', file.id] });
      return client.invalidateQueries({ queryKey: ['files', 'list'] });
    },
  });
}

export const archivesQuery = queryOptions({
  queryKey: ['archives', 'list'],
  queryFn: () => body(api.GET('/api/v1/evidence/catalogues')),
});

export const templatesQuery = queryOptions({
  queryKey: ['archives', 'templates'],
  queryFn: () => body(api.GET('/api/v1/evidence/catalogues/templates')),
  staleTime: Infinity,
});

export const archiveQuery = (id: string) =>
  queryOptions({
    queryKey: ['archives', 'one', id],
    queryFn: () => body(api.GET('/api/v1/evidence/catalogues/{id}', { params: { path: { id } } })),
  });

export const askedQuery = queryOptions({
  queryKey: ['archives', 'asked'],
  queryFn: () => body(api.GET('/api/v1/evidence/catalogues/asked')),
});

/** Open schools by a part of their name or code. */
export const askableSchoolsQuery = (region: string, q: string) =>
  queryOptions({
    queryKey: ['schools', 'find', region, q],
    queryFn: () =>
      body(
        api.GET('/api/v1/schools', {
          params: { query: { region, q: q || undefined, state: 'OPEN', size: 20, sort: 'name' } },
        }),
      ),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  });

export function useOpenArchive() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'openArchive'>) =>
      bodyAs<Archive>(api.POST('/api/v1/evidence/catalogues', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['archives'] }),
  });
}

/** What may be done with an item of a catalogue. */
export type Deed =
  | { name: 'put'; item: string; files: string[] }
  | { name: 'takeOut'; item: string; file: string; reason: string }
  | { name: 'ask'; item: string; body: Asked<'askForMaterial'> }
  | { name: 'end'; ask: Ask; end: 'DONE' | 'WITHDRAWN' };

export function useDeed(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (deed: Deed): Promise<unknown> => {
      switch (deed.name) {
        case 'put':
          return body(
            api.POST('/api/v1/evidence/catalogues/{id}/items/{item}/files', {
              params: { path: { id, item: deed.item } },
              body: { files: deed.files },
            }),
          );
        case 'takeOut':
          return body(
            api.POST('/api/v1/evidence/catalogues/{id}/items/{item}/take-out', {
              params: { path: { id, item: deed.item } },
              body: { file: deed.file, reason: deed.reason },
            }),
          );
        case 'ask':
          return body(
            api.POST('/api/v1/evidence/catalogues/{id}/items/{item}/asks', {
              params: { path: { id, item: deed.item } },
              body: deed.body,
            }),
          );
        case 'end':
          return body(
            api.POST('/api/v1/evidence/catalogues/asks/{ask}/end', {
              params: { path: { ask: deed.ask.id }, header: ifMatch(deed.ask.version) },
              body: { end: deed.end },
            }),
          );
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['archives'] }),
  });
}

export function useAnswer(ask: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (files: string[]) =>
      body(
        api.POST('/api/v1/evidence/catalogues/asks/{ask}/files', {
          params: { path: { ask } },
          body: { files },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['archives'] }),
  });
}
