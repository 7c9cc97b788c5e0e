import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch, queryString } from '@/lib/api/client';
import type { Answer, Asked, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type Check = Schema<'InnovationCheck'>;
export type Condition = Check['conditions'][number];
export type Item = Condition['items'][number];
export type Measured = NonNullable<Item['measured']>;
export type Measure = Measured['measure'];
export type Outcome = Item['outcome'];
export type CheckRow = Answer<'listInnovationChecks'>[number];
export type Row = Answer<'listInnovationRows'>[number];

/** Which check is looked at; the newest of the reader's own county when nothing more is said. */
export interface Which {
  year: number;
  region?: string;
  edition?: number;
}

const KEY = 'zone';
const address = '/api/v1/zone/innovation-checks/{year}' as const;
const params = ({ year, region, edition }: Which) => ({ path: { year }, query: { region, edition } });

export const checksQuery = queryOptions({
  queryKey: [KEY, 'innovation', 'all'],
  queryFn: () => body(api.GET('/api/v1/zone/innovation-checks')),
});

export const checkQuery = (which: Which) =>
  queryOptions({
    queryKey: [KEY, 'innovation', which],
    queryFn: () => bodyAs<Check>(api.GET(address, { params: params(which) })),
    retry: false,
  });

export const rowsQuery = (which: Which, measure: Measure) =>
  queryOptions({
    queryKey: [KEY, 'innovation', which, measure],
    queryFn: () => {
      const { path, query } = params(which);
      return body(api.GET(`${address}/rows`, { params: { path, query: { ...query, measure } } }));
    },
    placeholderData: keepPreviousData,
  });

/** Where the workbook of a check, or of the rows behind a number of it, is fetched. */
export const sheetHref = ({ year, region, edition }: Which, measure?: Measure) =>
  `/api/v1/zone/innovation-checks/${year}${measure ? '/rows' : ''}/export${queryString({ region, edition, measure })}`;

/** Where the browser shows a check on paper. */
export const paperHref = ({ year, region, edition }: Which) =>
  `/api/v1/publication/innovation-checks/${year}${queryString({ region, edition })}`;

export type InnovationDeed =
  | { name: 'answer'; item: string; body: Asked<'answerInnovationItem'> }
  | { name: 'adopt'; body: Asked<'adoptInnovationCheck'> }
  | { name: 'reopen'; body: Asked<'reopenInnovationCheck'> };

export function useInnovationDeed(of: Check) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (deed: InnovationDeed): Promise<unknown> => {
      const path = { year: of.year };
      const header = ifMatch(of.version);
      switch (deed.name) {
        case 'answer':
          return bodyAs(
            api.PUT(`${address}/answers/{item}`, {
              params: { path: { ...path, item: deed.item }, header },
              body: deed.body,
            }),
          );
        case 'adopt':
          return bodyAs(api.POST(`${address}/adopt`, { params: { path, header }, body: deed.body }));
        case 'reopen':
          return bodyAs(api.POST(`${address}/reopen`, { params: { path, header }, body: deed.body }));
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}
