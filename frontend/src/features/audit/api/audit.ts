import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Answer, Query } from '@/lib/api/types';

export type Entry = Answer<'searchAudit'>['items'][number];
export type Report = Answer<'checkAudit'>;

export const auditQuery = (query: Query<'searchAudit'>) =>
  queryOptions({
    queryKey: ['audit', 'entries', query],
    queryFn: () => body(api.GET('/api/v1/audit', { params: { query } })),
    placeholderData: (before) => before,
  });

export const vocabularyQuery = (language: string) =>
  queryOptions({
    queryKey: ['audit', 'vocabulary', language],
    queryFn: () => body(api.GET('/api/v1/audit/vocabulary')),
    staleTime: Infinity,
  });

export function useCheck() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.POST('/api/v1/audit/check')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit', 'entries'] }),
  });
}
