import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, bodyAs, ifMatch } from '@/lib/api/client';
import type { Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type OfficeLine = Schema<'OfficeLine'>;

export const officeLineQuery = queryOptions({
  queryKey: ['zone', 'office-line'],
  queryFn: () => bodyAs<OfficeLine>(api.GET('/api/v1/zone/office-line')),
});

export function useChangeOfficeLine(line: OfficeLine) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (phone: string) =>
      bodyAs<OfficeLine>(
        api.PUT('/api/v1/zone/office-line', { params: { header: ifMatch(line.version) }, body: { phone } }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['zone', 'office-line'] }),
  });
}
