import { queryOptions } from '@tanstack/react-query';
import { api, body } from './client';
import type { Answer } from './types';

export type Job = Answer<'getJob'>;

const running = (state: string | undefined) => state === 'QUEUED' || state === 'RUNNING';

export const isRunning = (job: Job | undefined) => running(job?.state);

/** A job, asked for again every second while it is under way. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: () => body(api.GET('/api/v1/jobs/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (running(query.state.data?.state) ? 1000 : false),
  });
