import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyAs, ifMatch } from '@/lib/api/client';
import type { Schema } from '@/lib/api/types';

export type OfficeLine = Schema<'OfficeLine'>;

export const officeLineQuery = queryOptions({
  queryKey: ['zone', 'office-line'],
  queryFn: () => bodyAs<OfficeLine>(api.GET('/api/v1/zone/office-line')),
});

export function useChangeOfficeLine(line: OfficeLine) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (phone: string) =>
      bodyAs<OfficeLine>(
        api.PUT('/api/v1/zone/office-line', { params: { header: ifMatch(line.version) }, body: { phone } }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['zone', 'office-line'] }),
  });
}
