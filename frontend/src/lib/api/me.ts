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
  'finding:read',
  'finding:raise',
  'finding:reply',
  'finding:check',
  'finding:extend',
  'notice:draft',
  'notice:approve',
  'notice:receive',
  'calendar:write',
  'index:read',
  'index:edit',
  'index:publish',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => body(api.GET('/api/v1/me')),
  staleTime: 5 * 60_000,
});

export const useMe = () => useSuspenseQuery(meQuery).data;

/** Whether the person may do this; false until known. */
export function usePermission(): (permission: Permission) => boolean {
  const { data } = useQuery(meQuery);
  return (permission) => data?.permissions?.includes(permission) ?? false;
}
