import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Asked, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type PublishedRecord = Schema<'VisitPublishedRecord'>;

const address = '/api/v1/zone/visits/{id}/record' as const;

/** A record as it was published; an error of 404 before. */
export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: ['zone', 'visit', id, 'record'],
    queryFn: () => bodyAs<PublishedRecord>(api.GET(address, { params: { path: { id } } })),
    retry: false,
  });

/** Working days a school has to answer, by the rule in force in the county. */
export const replyDaysQuery = queryOptions({
  queryKey: ['zone', 'parameters'],
  queryFn: () => body(api.GET('/api/v1/zone/parameters')),
  select: (rules) => rules.find((one) => one.code === 'RECORD_REPLY_DAYS')?.value,
});

export type RecordDeed =
  | { name: 'publish'; version: number; body: Asked<'publishVisitRecord'> }
  | { name: 'reply'; version: number; body: Asked<'answerVisitRecord'> }
  | { name: 'feedback'; body: Asked<'giveVisitFeedback'> };

export function useRecordDeed(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (deed: RecordDeed): Promise<unknown> => {
      const path = { id };
      switch (deed.name) {
        case 'publish':
          return bodyAs(
            api.POST(address, { params: { path, header: ifMatch(deed.version) }, body: deed.body }),
          );
        case 'reply':
          return bodyAs(
            api.POST(`${address}/reply`, {
              params: { path, header: ifMatch(deed.version) },
              body: deed.body,
            }),
          );
        case 'feedback':
          return bodyAs(api.POST(`${address}/feedback`, { params: { path }, body: deed.body }));
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['zone'] }),
  });
}
