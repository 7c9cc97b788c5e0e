import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body, bodyAs } from '@/lib/api/client';
import type { Answer, Query } from '@/lib/api/types';

export type Account = Answer<'listAccounts'>['items'][number];

/** Accounts of the director's region; phone numbers are masked. */
export const accountsQuery = (query: Query<'listAccounts'>) =>
  queryOptions({
    queryKey: ['accounts', 'list', query],
    queryFn: () => body(api.GET('/api/v1/accounts', { params: { query } })),
    placeholderData: keepPreviousData,
  });

/** One account with the whole phone number; the look is logged, so it is asked for only on purpose. */
export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'one', id],
    queryFn: () => bodyAs<Account>(api.GET('/api/v1/accounts/{id}', { params: { path: { id } } })),
  });

/** Whether logins are made, disabled and reset here, or at somebody else's provider. */
export const providerQuery = queryOptions({
  queryKey: ['accounts', 'provider'],
  queryFn: () => body(api.GET('/api/v1/accounts/provider')),
  staleTime: Infinity,
});
