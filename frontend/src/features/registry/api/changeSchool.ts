import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyAs, ifMatch } from '@/lib/api/client';
import type { Asked } from '@/lib/api/types';
import type { School } from './schools';

export type SchoolDetails = Asked<'updateSchool'>;

/** Everything that can be done to a school, one verb each. */
export type SchoolChange =
  | { verb: 'describe'; request: SchoolDetails }
  | { verb: 'rename'; request: Asked<'renameSchool'> }
  | { verb: 'close'; request: Asked<'closeSchool'> }
  | { verb: 'merge'; request: Asked<'mergeSchool'> }
  | { verb: 'reopen'; request: Asked<'reopenSchool'> };

function send(school: School, change: SchoolChange) {
  const params = { path: { id: school.id }, header: ifMatch(school.version) };
  switch (change.verb) {
    case 'describe':
      return bodyAs<School>(api.PUT('/api/v1/schools/{id}', { params, body: change.request }));
    case 'rename':
      return bodyAs<School>(api.POST('/api/v1/schools/{id}/rename', { params, body: change.request }));
    case 'close':
      return bodyAs<School>(api.POST('/api/v1/schools/{id}/close', { params, body: change.request }));
    case 'merge':
      return bodyAs<School>(api.POST('/api/v1/schools/{id}/merge', { params, body: change.request }));
    case 'reopen':
      return bodyAs<School>(api.POST('/api/v1/schools/{id}/reopen', { params, body: change.request }));
  }
}

export function useChangeSchool(school: School) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: SchoolChange) => send(school, change),
    onSuccess: () => client.invalidateQueries({ queryKey: ['schools'] }),
  });
}

export function useRegisterSchool() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Asked<'registerSchool'>) =>
      bodyAs<School>(api.POST('/api/v1/schools', { body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['schools'] }),
  });
}
