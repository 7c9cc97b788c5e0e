import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import type { Me } from '@/lib/api/me';

const origin = 'http://localhost:3000';

/** Address of an endpoint as the client asks for it. */
export const at = (path: string) => `${origin}/api/v1${path}`;

export const officer: Me = {
  subject: 'c0ffee00-0000-4000-8000-000000000001',
  username: 'officer',
  displayName: '林晓',
  role: 'officer',
  scope: {
    regionCode: '530322',
    regionName: '青岭县',
    zoneId: null as never,
    zoneName: null as never,
    schoolId: null as never,
    schoolName: null as never,
  },
  permissions: [
    'evidence:read',
    'evidence:upload',
    'archive:read',
    'archive:write',
    'school:read',
    'school:write',
    'fact:write',
    'catalogue:write',
    'import:run',
    'region:write',
    'account:manage',
    'balance:read',
    'balance:run',
    'framework:edit',
    'framework:publish',
    'plan:write',
    'rollup:run',
    'index:read',
    'index:edit',
    'index:publish',
  ],
  today: '2026-11-22',
  schoolYear: 2025,
  figureYears: [2025, 2024, 2023],
};

export const province: Me = {
  ...officer,
  username: 'province',
  role: 'province',
  scope: { ...officer.scope, regionCode: '53', regionName: '滇省' },
  permissions: ['school:read', 'balance:read', 'balance:run', 'rollup:run', 'index:read'],
};

/** Answers a GET with this body. */
export const gives = (path: string, body: JsonBodyType) => http.get(at(path), () => HttpResponse.json(body));

/** Refuses with a problem document. */
export const refuses = (
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  status: number,
  problem: Record<string, unknown> = {},
) =>
  http[method](at(path), () =>
    HttpResponse.json(
      { type: 'about:blank', status, errors: [], ...problem },
      { status, headers: { 'Content-Type': 'application/problem+json' } },
    ),
  );

export const page = <T>(items: T[]) => ({ items, page: 1, size: 50, total: items.length });

/** What the shell itself asks for on every page. */
export const server = setupServer(
  gives('/me', officer as unknown as JsonBodyType),
  gives('/regions', []),
  gives('/facts/catalogue', []),
  gives('/zones', []),
  gives('/messages/unread', { count: 0 }),
);
