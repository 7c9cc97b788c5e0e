import { useMutation } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';

/** Computes a run again from what it kept. */
export const useVerifyRun = () =>
  useMutation({
    mutationFn: (id: string) =>
      body(api.POST('/api/v1/balance/runs/{id}/verify', { params: { path: { id } } })),
  });
