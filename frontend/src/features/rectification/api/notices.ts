import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type Notice = Answer<'listNotices'>['items'][number];
export type NoticeWithFindings = Schema<'NoticeResponse'>;

export const noticesQuery = (query: Query<'listNotices'>) =>
  queryOptions({
    queryKey: ['rectification', 'notices', query],
    queryFn: () => body(api.GET('/api/v1/rectification/notices', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['rectification', 'notice', id],
    queryFn: () =>
      bodyAs<NoticeWithFindings>(api.GET('/api/v1/rectification/notices/{id}', { params: { path: { id } } })),
  });

export function useDraftNotice() {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (request: Asked<'draftNotice'>) =>
      bodyAs<NoticeWithFindings>(api.POST('/api/v1/rectification/notices', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}

export function useEditNotice(notice: Notice) {
  const client = useQueryClient();
  const params = { path: { id: notice.id }, header: ifMatch(notice.version) };
  return useDeed({
    mutationFn: (request: Asked<'editNotice'>) =>
      bodyAs<NoticeWithFindings>(api.PUT('/api/v1/rectification/notices/{id}', { params, body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}

/** The paper as it would be issued today. */
export const previewHref = (id: string) => `/api/v1/publication/notices/${id}/preview`;

/** What is done with a notice. */
export type NoticeDeed =
  | { name: 'submit' | 'recall' | 'approve' | 'delete' }
  | { name: 'receipt'; body: Asked<'receiveNotice'> }
  | { name: 'return'; body: Asked<'returnNotice'> }
  | { name: 'withdraw'; body: Asked<'withdrawNotice'> };

export function useNoticeDeed(notice: Notice) {
  const client = useQueryClient();
  const params = { path: { id: notice.id }, header: ifMatch(notice.version) };
  return useDeed({
    mutationFn: async (deed: NoticeDeed): Promise<unknown> => {
      switch (deed.name) {
        case 'submit':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/submit', { params }));
        case 'recall':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/recall', { params }));
        case 'approve':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/approve', { params }));
        case 'receipt':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/receipt', { params, body: deed.body }));
        case 'return':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/return', { params, body: deed.body }));
        case 'withdraw':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/withdraw', { params, body: deed.body }));
        case 'delete':
          return bodyAs(api.DELETE('/api/v1/rectification/notices/{id}', { params }));
      }
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['rectification'] }),
        client.invalidateQueries({ queryKey: ['publication'] }),
      ]),
  });
}
