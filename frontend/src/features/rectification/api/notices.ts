import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';

export type Notice = Answer<'listNotices'>[number];
export type NoticeWithFindings = Schema<'NoticeResponse'>;

export const noticesQuery = (query: Query<'listNotices'>) =>
  queryOptions({
    queryKey: ['rectification', 'notices', query],
    queryFn: () => body(api.GET('/api/v1/rectification/notices', { params: { query } })),
  });

export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['rectification', 'notice', id],
    queryFn: () =>
      bodyAs<NoticeWithFindings>(api.GET('/api/v1/rectification/notices/{id}', { params: { path: { id } } })),
  });

export function useDraftNotice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'draftNotice'>) =>
      bodyAs<NoticeWithFindings>(api.POST('/api/v1/rectification/notices', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}

/** What is done with a notice. */
export type NoticeDeed =
  | { name: 'submit' | 'approve' | 'delete' }
  | { name: 'receipt'; body: Asked<'receiveNotice'> }
  | { name: 'withdraw'; body: Asked<'withdrawNotice'> };

export function useNoticeDeed(notice: Notice) {
  const client = useQueryClient();
  const params = { path: { id: notice.id }, header: ifMatch(notice.version) };
  return useMutation({
    mutationFn: async (deed: NoticeDeed): Promise<unknown> => {
      switch (deed.name) {
        case 'submit':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/submit', { params }));
        case 'approve':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/approve', { params }));
        case 'receipt':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/receipt', { params, body: deed.body }));
        case 'withdraw':
          return bodyAs(api.POST('/api/v1/rectification/notices/{id}/withdraw', { params, body: deed.body }));
        case 'delete':
          return bodyAs(api.DELETE('/api/v1/rectification/notices/{id}', { params }));
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}
