import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/lib/api/client';
import type { Answer } from '@/lib/api/types';

export type Run = Answer<'listRuns'>[number];
export type StageResult = Run['stages'][number];
export type Framework = Answer<'listFrameworks'>[number];
export type ImportRow = Answer<'listImports'>['items'][number];

/** The runs of a region and year, newest first. */
export const deskRunsQuery = (region: string, year: number) =>
  queryOptions({
    queryKey: ['balance', 'runs', { region, year }],
    queryFn: () => body(api.GET('/api/v1/balance/runs', { params: { query: { region, year } } })),
  });

export const deskFrameworksQuery = queryOptions({
  queryKey: ['balance', 'frameworks'],
  queryFn: () => body(api.GET('/api/v1/balance/frameworks')),
  staleTime: 5 * 60_000,
});

/** The newest imports; the unfinished ones wait for somebody. */
export const deskImportsQuery = queryOptions({
  queryKey: ['imports', 'list', { page: 1, size: 50 }],
  queryFn: () => body(api.GET('/api/v1/imports', { params: { query: { page: 1, size: 50 } } })),
});

/** The caller's newest jobs; asked again while one is under way. */
export const deskJobsQuery = queryOptions({
  queryKey: ['jobs', 'recent'],
  queryFn: () => body(api.GET('/api/v1/jobs')),
  refetchInterval: (query) =>
    query.state.data?.some((job) => job.state === 'RUNNING' || job.state === 'QUEUED') ? 2000 : false,
});

export type Waits = Answer<'listRectificationWaiting'>[number];

/** What of rectification waits for the reader, by due date. */
export const deskRectificationQuery = queryOptions({
  queryKey: ['rectification', 'waiting'],
  queryFn: () => body(api.GET('/api/v1/rectification/waiting')),
});

export type WaitingComplaint = Answer<'listComplaints'>['items'][number];

/** Complaints that are neither answered nor rejected, the most urgent first. */
export const deskComplaintsQuery = queryOptions({
  queryKey: ['complaints', 'waiting'],
  queryFn: () =>
    body(api.GET('/api/v1/zone/complaints', { params: { query: { open: true, sort: 'dueOn', size: 20 } } })),
  select: (page) => page.items,
});

export type WaitingSupervision = Answer<'listZoneWaiting'>[number];

/** What of visits, records, reports and appraisals waits for the reader. */
export const deskSupervisionQuery = queryOptions({
  queryKey: ['zone', 'waiting'],
  queryFn: () => body(api.GET('/api/v1/zone/waiting')),
});

export type AskedOfUs = Answer<'listAsked'>[number];

/** Materials the reader's unit has been asked for and has not sent. */
export const deskAskedQuery = queryOptions({
  queryKey: ['archives', 'asked', 'open'],
  queryFn: () => body(api.GET('/api/v1/evidence/catalogues/asked', { params: { query: { open: true } } })),
  select: (all) => all.filter((one) => !one.ask.answeredAt),
});
