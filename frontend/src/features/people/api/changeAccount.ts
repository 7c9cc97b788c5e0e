import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked } from '@/lib/api/types';
import type { Account } from './accounts';

export type Created = Answer<'resetPassword'>;
export type AccountDetails = Asked<'updateAccount'>;

function useDone() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['accounts'] });
}

export function useCreateAccount() {
  const onSuccess = useDone();
  return useMutation({
    mutationFn: (request: Asked<'createAccount'>) =>
      bodyAs<Created>(api.POST('/api/v1/accounts', { body: request })),
    onSuccess,
  });
}

export function useUpdateAccount(account: Account) {
  const onSuccess = useDone();
  return useMutation({
    mutationFn: (details: AccountDetails) =>
      bodyAs<Account>(
        api.PUT('/api/v1/accounts/{id}', {
          params: { path: { id: account.id }, header: ifMatch(account.version) },
          body: details,
        }),
      ),
    onSuccess,
  });
}

export function useEnableAccount() {
  const onSuccess = useDone();
  return useMutation({
    mutationFn: ({ account, enabled }: { account: Account; enabled: boolean }) => {
      const params = { path: { id: account.id }, header: ifMatch(account.version) };
      return bodyAs<Account>(
        enabled
          ? api.POST('/api/v1/accounts/{id}/enable', { params })
          : api.POST('/api/v1/accounts/{id}/disable', { params }),
      );
    },
    onSuccess,
  });
}

export function useResetPassword() {
  const onSuccess = useDone();
  return useMutation({
    mutationFn: (account: Account) =>
      body(api.POST('/api/v1/accounts/{id}/reset-password', { params: { path: { id: account.id } } })),
    onSuccess,
  });
}
