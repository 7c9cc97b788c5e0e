import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Asked } from '@/lib/api/types';

export type AdditionRequest = Asked<'tryAdditions'>['additions'][number];

/** What own additions would move; nothing is stored. Asked anew whenever they change. */
export const whatIfQuery = (id: string, additions: AdditionRequest[]) =>
  queryOptions({
    queryKey: ['balance', 'what-if', id, additions],
    queryFn: () =>
      body(api.POST('/api/v1/balance/runs/{id}/what-if', { params: { path: { id } }, body: { additions } })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
