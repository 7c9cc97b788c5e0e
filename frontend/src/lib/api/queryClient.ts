import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** Refusals are answers, not accidents: only a failing network or server is asked once more. */
const worthRetrying = (error: unknown) =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 1 && worthRetrying(error),
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  });
