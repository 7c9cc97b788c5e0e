import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type AppraisalRow = Answer<'listAppraisals'>['items'][number];
export type Appraisal = Schema<'Appraisal'>;
export type Part = Schema<'AppraisalPart'>;
export type Month = Schema<'AppraisalMonth'>;
export type Grade = Schema<'AppraisalGrade'>;
export type VisitFinding = Answer<'listVisitFindings'>[number];

export const appraisalsQuery = (query: Query<'listAppraisals'>) =>
  queryOptions({
    queryKey: ['zone', 'appraisals', query],
    queryFn: () => body(api.GET('/api/v1/zone/appraisals', { params: { query } })),
    placeholderData: keepPreviousData,
  });

const address = '/api/v1/zone/appraisals/{year}/{inspector}' as const;

export const appraisalQuery = (year: number, inspector: string) =>
  queryOptions({
    queryKey: ['zone', 'appraisal', year, inspector],
    queryFn: () => bodyAs<Appraisal>(api.GET(address, { params: { path: { year, inspector } } })),
  });

/** What was found on an inspector's visits between two days. */
export const foundQuery = (inspector: string, from: string, until: string) =>
  queryOptions({
    queryKey: ['zone', 'visitFindings', inspector, from, until],
    queryFn: () =>
      body(api.GET('/api/v1/zone/visit-findings', { params: { query: { inspector, from, until } } })),
  });

/** What is done with an appraisal. */
export type AppraisalDeed =
  | { name: 'write'; body: Asked<'writeAppraisal'> }
  | { name: 'confirm'; body: Asked<'confirmAppraisal'> }
  | { name: 'return'; body: Asked<'returnAppraisal'> }
  | { name: 'acknowledge'; body: Asked<'acknowledgeAppraisal'> };

export function useAppraisalDeed(of: Appraisal) {
  const client = useQueryClient();
  const params = { path: { year: of.year, inspector: of.inspectorId }, header: ifMatch(of.version) };
  return useDeed({
    mutationFn: (deed: AppraisalDeed): Promise<unknown> => {
      switch (deed.name) {
        case 'write':
          return bodyAs(api.PUT(address, { params, body: deed.body }));
        case 'confirm':
          return bodyAs(api.POST(`${address}/confirm`, { params, body: deed.body }));
        case 'return':
          return bodyAs(api.POST(`${address}/return`, { params, body: deed.body }));
        case 'acknowledge':
          return bodyAs(api.POST(`${address}/acknowledge`, { params, body: deed.body }));
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['zone'] }),
  });
}
