import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Schema } from '@/lib/api/types';

export type Figures = Schema<'Figures'>;
export type FigureValue = Answer<'listFigureHistory'>[number];
type FiguresRequest = Asked<'writeFigures'>;

/** A school's figures of a year, each with where it came from. */
export const schoolFiguresQuery = (id: string, year: number) =>
  queryOptions({
    queryKey: ['figures', 'school', id, year],
    queryFn: () =>
      bodyAs<Figures>(api.GET('/api/v1/schools/{id}/figures/{year}', { params: { path: { id, year } } })),
  });

/** The years a school has figures for, newest first. */
export const figureYearsQuery = (id: string) =>
  queryOptions({
    queryKey: ['figures', 'school', id, 'years'],
    queryFn: () => body(api.GET('/api/v1/schools/{id}/figures', { params: { path: { id } } })),
  });

/** Everything one value ever was, newest first. */
export const figureHistoryQuery = (id: string, year: number, key: string) =>
  queryOptions({
    queryKey: ['figures', 'school', id, year, key],
    queryFn: () =>
      body(
        api.GET('/api/v1/schools/{id}/figures/{year}/{key}/history', { params: { path: { id, year, key } } }),
      ),
  });

export function useWriteFigures(figures: Figures) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: FiguresRequest) =>
      bodyAs<Figures>(
        api.PUT('/api/v1/schools/{id}/figures/{year}', {
          params: {
            path: { id: figures.schoolId, year: figures.year },
            header: ifMatch(figures.version),
          },
          body: request,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['figures'] }),
  });
}
