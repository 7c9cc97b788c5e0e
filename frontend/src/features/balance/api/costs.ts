import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyAs, ifMatch } from '@/lib/api/client';
import type { Schema } from '@/lib/api/types';

export type CostSheet = Omit<Schema<'CostSheet'>, 'own' | 'effective'> & {
  own: Record<string, number>;
  effective: Record<string, number>;
};

/** What a unit costs in a region, in 元. */
export const costsQuery = (region: string) =>
  queryOptions({
    queryKey: ['balance', 'costs', region],
    queryFn: () => bodyAs<CostSheet>(api.GET('/api/v1/balance/costs', { params: { query: { region } } })),
  });

export function usePutCosts(sheet: CostSheet) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (costs: Record<string, number>) =>
      bodyAs<CostSheet>(
        api.PUT('/api/v1/balance/costs/{region}', {
          params: { path: { region: sheet.regionCode }, header: ifMatch(sheet.version) },
          body: { costs },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['balance'] }),
  });
}
