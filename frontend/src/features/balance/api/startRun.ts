import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

interface StartRun {
  frameworkId: string;
  regionCode: string;
  year: number;
}

/** Computes a county anew from the figures as they stand; the result is kept as it is. */
export function useStartRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: StartRun) => body(api.POST('/api/v1/balance/runs', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['balance', 'runs'] }),
  });
}
