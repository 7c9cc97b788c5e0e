import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';

export type FindingRow = Answer<'listFindings'>['items'][number];
export type Detail = Schema<'FindingDetail'>;
export type Ledger = Answer<'countLedger'>[number];

export const findingsQuery = (query: Query<'listFindings'>) =>
  queryOptions({
    queryKey: ['rectification', 'findings', query],
    queryFn: () => body(api.GET('/api/v1/rectification/findings', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const findingQuery = (id: string) =>
  queryOptions({
    queryKey: ['rectification', 'finding', id],
    queryFn: () =>
      bodyAs<Detail>(api.GET('/api/v1/rectification/findings/{id}', { params: { path: { id } } })),
  });

export const ledgerQuery = (query: Query<'countLedger'>) =>
  queryOptions({
    queryKey: ['rectification', 'ledger', query],
    queryFn: () => body(api.GET('/api/v1/rectification/ledger', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const ageingQuery = (on?: string) =>
  queryOptions({
    queryKey: ['rectification', 'ageing', on],
    queryFn: () => body(api.GET('/api/v1/rectification/ageing', { params: { query: { on } } })),
  });

/** Open schools by a part of their name or code. */
export const unitChoicesQuery = (region: string, q: string) =>
  queryOptions({
    queryKey: ['schools', 'find', region, q],
    queryFn: () =>
      body(
        api.GET('/api/v1/schools', {
          params: { query: { region, q: q || undefined, state: 'OPEN', size: 20, sort: 'name' } },
        }),
      ),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  });

export function useRaise() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'raiseFinding'>) =>
      bodyAs<Detail>(api.POST('/api/v1/rectification/findings', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}

/** A step of a finding and what it says. */
export type Step =
  | { name: 'reply'; body: Asked<'replyToFinding'> }
  | { name: 'accept'; body: Asked<'acceptReply'> }
  | { name: 'return'; body: Asked<'returnReply'> }
  | { name: 'extend'; body: Asked<'extendDeadline'> }
  | { name: 'close'; body: Asked<'closeFinding'> }
  | { name: 'reopen'; body: Asked<'reopenFinding'> }
  | { name: 'pause'; body: Asked<'pauseEscalation'> };

export function useStep(finding: { id: string; version: number }) {
  const client = useQueryClient();
  const params = { path: { id: finding.id }, header: ifMatch(finding.version) };
  return useMutation({
    mutationFn: (step: Step) => {
      switch (step.name) {
        case 'reply':
          return bodyAs<Detail>(
            api.POST('/api/v1/rectification/findings/{id}/reply', { params, body: step.body }),
          );
        case 'accept':
          return bodyAs<Detail>(
            api.POST('/api/v1/rectification/findings/{id}/accept', { params, body: step.body }),
          );
        case 'return':
          return bodyAs<Detail>(
            api.POST('/api/v1/rectification/findings/{id}/return', { params, body: step.body }),
          );
        case 'extend':
          return bodyAs<Detail>(
            api.POST('/api/v1/rectification/findings/{id}/extend', { params, body: step.body }),
          );
        case 'close':
          return bodyAs<Detail>(
            api.POST('/api/v1/rectification/findings/{id}/close', { params, body: step.body }),
          );
        case 'reopen':
          return bodyAs<Detail>(
            api.POST('/api/v1/rectification/findings/{id}/reopen', { params, body: step.body }),
          );
        case 'pause':
          return bodyAs<Detail>(
            api.POST('/api/v1/rectification/findings/{id}/pause', {
              params: { path: { id: finding.id } },
              body: step.body,
            }),
          );
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}

/** A person takes a step of the escalation ladder. */
export function useTakeStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, record }: { step: string; record: string }) =>
      bodyAs<Detail>(
        api.POST('/api/v1/rectification/findings/{id}/steps/{step}', {
          params: { path: { id, step } },
          body: { record },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}
