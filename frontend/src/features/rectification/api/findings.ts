import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import { regionsQuery } from '@/lib/api/regions';
import { schoolChoicesQuery } from '@/lib/api/schools';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

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

export const zonesQuery = queryOptions({
  queryKey: ['zones'],
  queryFn: () => body(api.GET('/api/v1/zones')),
});

/** Schools that fit what was typed, and the townships of the region: whoever a finding can be about. */
export function useUnits(region: string, typed: string) {
  const { t } = useTranslation('rectification');
  const schools = useQuery(schoolChoicesQuery(region, typed));
  const towns = useQuery(regionsQuery({ parent: region }));
  const fit = (towns.data ?? []).filter((one) => one.name.includes(typed.trim()));
  return [
    {
      label: t('units.schools'),
      options: (schools.data ?? []).map((one) => ({ value: one.id, label: one.name })),
    },
    { label: t('units.towns'), options: fit.map((one) => ({ value: one.code, label: one.name })) },
  ];
}

export type KnownRule = Answer<'findRules'>[number];

/** Rules to choose from, by a part of their code or words; the most used first. */
export const rulesQuery = (q: string) =>
  queryOptions({
    queryKey: ['rectification', 'rules', q],
    queryFn: () => body(api.GET('/api/v1/rectification/rules', { params: { query: { q: q || undefined } } })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** Whether what was chosen is a school, not a township: regions have codes of digits. */
export const isSchool = (unit: string) => !/^[0-9]+$/.test(unit);

export function useRaise() {
  const client = useQueryClient();
  return useDeed({
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
  | { name: 'void'; body: Asked<'voidFinding'> }
  | { name: 'pause'; body: Asked<'pauseEscalation'> };

function send(finding: { id: string; version: number }, step: Step): Promise<Detail> {
  const params = { path: { id: finding.id }, header: ifMatch(finding.version) };
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
    case 'void':
      return bodyAs<Detail>(
        api.POST('/api/v1/rectification/findings/{id}/void', { params, body: step.body }),
      );
    case 'pause':
      return bodyAs<Detail>(
        api.POST('/api/v1/rectification/findings/{id}/pause', {
          params: { path: { id: finding.id } },
          body: step.body,
        }),
      );
  }
}

export function useStep(finding: { id: string; version: number }) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (step: Step) => send(finding, step),
    onSettled: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}

/** Mends what was recorded, at the version it was read at. */
export function useCorrect(finding: { id: string; version: number }) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (request: Asked<'correctFinding'>) =>
      bodyAs<Detail>(
        api.PUT('/api/v1/rectification/findings/{id}', {
          params: { path: { id: finding.id }, header: ifMatch(finding.version) },
          body: request,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['rectification'] }),
  });
}

/** Takes steps on several findings, one call each; the lists are read again after every one. */
export function useSteps() {
  const client = useQueryClient();
  return (finding: { id: string; version: number }, step: Step) =>
    send(finding, step).finally(() => client.invalidateQueries({ queryKey: ['rectification'] }));
}

/** What is done on the escalation ladder: the unit called to an interview, a step taken. */
export type LadderDeed =
  | { name: 'take'; step: string; body: Asked<'takeEscalationStep'> }
  | { name: 'call'; body: Asked<'callToInterview'> };

export function useLadderDeed(id: string) {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (deed: LadderDeed) =>
      deed.name === 'take'
        ? bodyAs<Detail>(
            api.POST('/api/v1/rectification/findings/{id}/steps/{step}', {
              params: { path: { id, step: deed.step } },
              body: deed.body,
            }),
          )
        : bodyAs<Detail>(
            api.POST('/api/v1/rectification/findings/{id}/interview-calls', {
              params: { path: { id } },
              body: deed.body,
            }),
          ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['rectification'] }),
        client.invalidateQueries({ queryKey: ['publication'] }),
      ]),
  });
}
