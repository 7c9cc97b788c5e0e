import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type Table = Answer<'getMonthlyTable'>;
export type Row = Table['rows'][number];
export type Report = Schema<'MonthlyReport'>;
export type FindingRow = Answer<'listVisitFindings'>[number];
export type SchoolView = Answer<'listSchoolViews'>['items'][number];
export type Entry = Answer<'listWorkEntries'>['entries'][number];
export type Sum = Answer<'listWorkEntries'>['sums'][number];

export const tableQuery = (month: string, by: 'INSPECTOR' | 'ZONE') =>
  queryOptions({
    queryKey: ['zone', 'monthly', month, by],
    queryFn: () => body(api.GET('/api/v1/zone/monthly-table', { params: { query: { month, by } } })),
    placeholderData: keepPreviousData,
  });

export const viewsQuery = (query: Query<'listSchoolViews'>) =>
  queryOptions({
    queryKey: ['zone', 'schoolViews', query],
    queryFn: () => body(api.GET('/api/v1/zone/school-views', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const findingsQuery = (month: string) =>
  queryOptions({
    queryKey: ['zone', 'monthly', month, 'findings'],
    queryFn: () => body(api.GET('/api/v1/zone/visit-findings', { params: { query: { month } } })),
  });

export const reportQuery = (inspector: string, month: string) =>
  queryOptions({
    queryKey: ['zone', 'report', inspector, month],
    queryFn: () =>
      bodyAs<Report>(
        api.GET('/api/v1/zone/monthly-reports/{inspector}/{month}', {
          params: { path: { inspector, month } },
        }),
      ),
  });

export const entriesQuery = (from: string, until: string, inspector: string | undefined) =>
  queryOptions({
    queryKey: ['zone', 'entries', from, until, inspector],
    queryFn: () =>
      body(api.GET('/api/v1/zone/work-entries', { params: { query: { from, until, inspector } } })),
    placeholderData: keepPreviousData,
  });

export const peopleQuery = queryOptions({
  queryKey: ['zone', 'inspectors', 'names'],
  queryFn: () => body(api.GET('/api/v1/zone/inspectors', { params: { query: { size: 200 } } })),
  select: (page) => page.items.map(({ id, name }) => ({ id, name })),
});

export type ReportDeed =
  | { name: 'write'; of: Report; body: Asked<'writeMonthlyReport'> }
  | { name: 'decide'; of: Report; body: Asked<'decideMonthlyReport'> }
  | { name: 'add'; body: Asked<'addWorkEntry'> }
  | { name: 'remove'; id: string };

export function useReportDeed() {
  const client = useQueryClient();
  return useDeed({
    mutationFn: async (deed: ReportDeed): Promise<unknown> => {
      switch (deed.name) {
        case 'write':
          return bodyAs(
            api.PUT('/api/v1/zone/monthly-reports/{inspector}/{month}', {
              params: {
                path: { inspector: deed.of.inspectorId, month: deed.of.month },
                header: ifMatch(deed.of.version),
              },
              body: deed.body,
            }),
          );
        case 'decide':
          return bodyAs(
            api.POST('/api/v1/zone/monthly-reports/{inspector}/{month}/decide', {
              params: {
                path: { inspector: deed.of.inspectorId, month: deed.of.month },
                header: ifMatch(deed.of.version),
              },
              body: deed.body,
            }),
          );
        case 'add':
          return api.POST('/api/v1/zone/work-entries', { body: deed.body });
        case 'remove':
          return api.DELETE('/api/v1/zone/work-entries/{id}', { params: { path: { id: deed.id } } });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['zone'] }),
  });
}
