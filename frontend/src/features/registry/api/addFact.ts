import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Asked } from '@/lib/api/types';

export type NewFact = Asked<'addFact'>;

export function useAddFact() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: NewFact) => body(api.POST('/api/v1/facts/catalogue', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['facts'] }),
  });
}
