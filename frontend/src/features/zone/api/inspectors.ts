import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query, Schema } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type InspectorRow = Answer<'listInspectors'>['items'][number];
export type Inspector = Schema<'Inspector'>;
export type Appointment = Inspector['appointments'][number];
export type AppointmentState = Appointment['state'];
export type Person = Asked<'changeInspector'>;

export const inspectorsQuery = (query: Query<'listInspectors'>) =>
  queryOptions({
    queryKey: ['zone', 'inspectors', query],
    queryFn: () => body(api.GET('/api/v1/zone/inspectors', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const inspectorQuery = (id: string) =>
  queryOptions({
    queryKey: ['zone', 'inspector', id],
    queryFn: () => bodyAs<Inspector>(api.GET('/api/v1/zone/inspectors/{id}', { params: { path: { id } } })),
  });

/** The years somebody was appraised for, the latest first. */
export const appraisedQuery = (id: string) =>
  queryOptions({
    queryKey: ['zone', 'inspector', id, 'appraisals'],
    queryFn: () =>
      body(api.GET('/api/v1/zone/inspector-appraisals/{inspector}', { params: { path: { inspector: id } } })),
  });

/** Accounts an inspector may sign in with. */
export const inspectorAccountsQuery = queryOptions({
  queryKey: ['accounts', 'inspectors'],
  queryFn: () => body(api.GET('/api/v1/accounts', { params: { query: { role: 'inspector', size: 200 } } })),
  select: (page) => page.items,
});

export function useRegisterInspector() {
  const client = useQueryClient();
  return useDeed({
    mutationFn: (request: Asked<'registerInspector'>) =>
      bodyAs<Inspector>(api.POST('/api/v1/zone/inspectors', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['zone'] }),
  });
}

/** What is done with an inspector. */
export type InspectorDeed =
  | { name: 'change'; body: Person }
  | { name: 'step'; body: Asked<'takeAppointmentStep'> }
  | { name: 'train'; body: Asked<'recordTraining'> }
  | { name: 'removeTraining'; id: string }
  | { name: 'conflict'; body: Asked<'recordConflict'> }
  | { name: 'removeConflict'; id: string };

export function useInspectorDeed(inspector: Inspector) {
  const client = useQueryClient();
  const id = inspector.summary.id;
  const header = ifMatch(inspector.version);
  const params = { path: { id }, header };
  return useDeed({
    mutationFn: async (deed: InspectorDeed): Promise<unknown> => {
      switch (deed.name) {
        case 'change':
          return bodyAs(api.PUT('/api/v1/zone/inspectors/{id}', { params, body: deed.body }));
        case 'step':
          return bodyAs(api.POST('/api/v1/zone/inspectors/{id}/steps', { params, body: deed.body }));
        case 'train':
          return bodyAs(api.POST('/api/v1/zone/inspectors/{id}/trainings', { params, body: deed.body }));
        case 'removeTraining':
          return bodyAs(
            api.DELETE('/api/v1/zone/inspectors/{id}/trainings/{training}', {
              params: { path: { id, training: deed.id }, header },
            }),
          );
        case 'conflict':
          return bodyAs(api.POST('/api/v1/zone/inspectors/{id}/conflicts', { params, body: deed.body }));
        case 'removeConflict':
          return bodyAs(
            api.DELETE('/api/v1/zone/inspectors/{id}/conflicts/{conflict}', {
              params: { path: { id, conflict: deed.id }, header },
            }),
          );
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['zone'] }),
  });
}
