import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, body } from './client';
import type { Answer } from './types';

export type Me = Answer<'getMe'>;

/** What a person may do; pages ask for these, never for a role. */
export const PERMISSIONS = [
  'school:read',
  'school:write',
  'fact:write',
  'import:run',
  'account:manage',
  'balance:read',
  'balance:run',
  'framework:edit',
  'framework:publish',
  'plan:write',
  'rollup:run',
  'catalogue:write',
  'region:write',
  'evidence:read',
  'evidence:upload',
  'archive:read',
  'archive:write',
  'archive:answer',
  'finding:read',
  'finding:raise',
  'finding:reply',
  'finding:check',
  'finding:extend',
  'finding:void',
  'notice:draft',
  'notice:approve',
  'notice:receive',
  'calendar:write',
  'document:read',
  'document:handle',
  'document:withdraw',
  'template:edit',
  'office:edit',
  'index:read',
  'index:edit',
  'index:publish',
  'inspector:read',
  'inspector:write',
  'visit:read',
  'visit:make',
  'visit:cancel',
  'visit:handIn',
  'visitplan:read',
  'visitplan:write',
  'visitplan:rules',
  'visitrecord:read',
  'visitrecord:publish',
  'visitrecord:answer',
  'report:read',
  'report:open',
  'report:write',
  'report:decide',
  'appraisal:read',
  'appraisal:write',
  'appraisal:confirm',
  'draw:read',
  'draw:write',
  'draw:void',
  'schoolview:read',
  'zone:read',
  'zone:write',
  'responsible:read',
  'innovation:read',
  'innovation:write',
  'innovation:adopt',
  'complaint:read',
  'complaint:work',
  'audit:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => body(api.GET('/api/v1/me')),
  staleTime: 5 * 60_000,
});

export const useMe = () => useSuspenseQuery(meQuery).data;

/** The office's day, as `2026-11-22`: the server's, whose clock may run ahead of the reader's or behind it. */
export const useToday = (): string => useMe().today;

/** Whether the person may do this; false until known. */
export function usePermission(): (permission: Permission) => boolean {
  const { data } = useQuery(meQuery);
  return (permission) => data?.permissions?.includes(permission) ?? false;
}
