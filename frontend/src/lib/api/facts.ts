import { queryOptions } from '@tanstack/react-query';
import { api, body } from './client';
import type { Answer } from './types';

export type Fact = Answer<'listFacts'>[number];

/** The facts a school reports each year, in the order shown. */
export const factCatalogueQuery = queryOptions({
  queryKey: ['facts'],
  queryFn: () => body(api.GET('/api/v1/facts/catalogue')),
  staleTime: 10 * 60_000,
});
