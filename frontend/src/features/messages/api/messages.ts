import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';

export type Message = Answer<'listMessages'>['items'][number];
export type Settings = Schema<'MessageSettings'>;
export type SettingsRequest = Asked<'changeMessageSettings'>;
export type Delivery = Answer<'listDeliveries'>[number];

export const messagesQuery = (query: Query<'listMessages'>) =>
  queryOptions({
    queryKey: ['messages', 'list', query],
    queryFn: () => body(api.GET('/api/v1/messages', { params: { query } })),
    placeholderData: (before) => before,
  });

export const settingsQuery = queryOptions({
  queryKey: ['messages', 'settings'],
  queryFn: () => bodyAs<Settings>(api.GET('/api/v1/messages/settings')),
});

export const deliveriesQuery = queryOptions({
  queryKey: ['messages', 'deliveries'],
  queryFn: () => body(api.GET('/api/v1/messages/deliveries')),
  refetchInterval: (query) => (query.state.data?.some((d) => d.state === 'WAITING') ? 5_000 : false),
});

function useDeed<T>(deed: (given: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSettled: () => client.invalidateQueries({ queryKey: ['messages'] }),
  });
}

export const useRead = () =>
  useDeed((id: string) => body(api.POST('/api/v1/messages/{id}/read', { params: { path: { id } } })));

export const useReadAll = () => useDeed(() => body(api.POST('/api/v1/messages/read-all')));

export const useChangeSettings = (version: number) =>
  useDeed((request: SettingsRequest) =>
    bodyAs<Settings>(
      api.PUT('/api/v1/messages/settings', { params: { header: ifMatch(version) }, body: request }),
    ),
  );

export const useTrial = () => useDeed(() => body(api.POST('/api/v1/messages/settings/trial')));

export const useRetry = () =>
  useDeed((id: string) =>
    body(api.POST('/api/v1/messages/deliveries/{id}/retry', { params: { path: { id } } })),
  );
