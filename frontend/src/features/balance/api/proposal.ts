import { useMutation } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

/** The cheapest additions after which the county passes; nothing is stored. */
export const useProposal = (id: string) =>
  useMutation({
    mutationKey: ['balance', 'proposal', id],
    mutationFn: (costs: Record<string, number> | undefined) =>
      body(api.POST('/api/v1/balance/runs/{id}/proposal', { params: { path: { id } }, body: { costs } })),
  });
