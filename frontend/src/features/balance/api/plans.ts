import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Asked } from '@/lib/api/types';
import type { Plan } from '../model';

/** Saved plans of a region, newest first. */
export const plansQuery = (region: string) =>
  queryOptions({
    queryKey: ['balance', 'plans', region],
    queryFn: () => body(api.GET('/api/v1/balance/plans', { params: { query: { region } } })),
  });

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['balance', 'plans', 'one', id],
    queryFn: () => bodyAs<Plan>(api.GET('/api/v1/balance/plans/{id}', { params: { path: { id } } })),
  });

/** Keeps a plan, or replaces one that was kept before. */
export function useSavePlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, ...request }: Asked<'savePlan'> & { plan?: Plan }) =>
      plan
        ? bodyAs<Plan>(
            api.PUT('/api/v1/balance/plans/{id}', {
              params: { path: { id: plan.id }, header: ifMatch(plan.version) },
              body: { name: request.name, note: request.note, additions: request.additions },
            }),
          )
        : bodyAs<Plan>(api.POST('/api/v1/balance/plans', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['balance', 'plans'] }),
  });
}

export function useDeletePlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (plan: Plan) =>
      bodyAs<undefined>(
        api.DELETE('/api/v1/balance/plans/{id}', {
          params: { path: { id: plan.id }, header: ifMatch(plan.version) },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['balance', 'plans'] }),
  });
}
