import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { api, body, bodyAs } from '@/lib/api/client';
import type { Asked } from '@/lib/api/types';
import type { ItemAnswer } from '@/components/checklist/answers';

export type Act =
  | 'GIVEN'
  | 'DEDUCTED'
  | 'ADDED'
  | 'CAPPED'
  | 'SKIPPED'
  | 'MISSING'
  | 'VETOED'
  | 'SCALED'
  | 'ROUNDED'
  | 'GRADED'
  | 'DOWNGRADED'
  | 'PASSED'
  | 'FAILED';
export interface Sentence {
  act: Act;
  text: string;
  amount: number | null;
  by: string | null;
  evidence: string[];
}
export interface ScoredNode {
  code: string;
  nameZh: string;
  nameEn: string;
  outcome: 'SCORED' | 'RECORDED' | 'NOT_APPLICABLE' | 'MISSING';
  full: number | null;
  given: number | null;
  met: boolean | null;
  share: number | null;
  letter: string | null;
  sentences: Sentence[];
  children: ScoredNode[];
}
/** A total that explains itself; withheld (null) while something is missing. */
export interface Score {
  total: number | null;
  soFar: number | null;
  full: number | null;
  grade: string | null;
  subgrade: string | null;
  gradeByTotal: string | null;
  passed: boolean | null;
  vetoed: boolean;
  missing: string[];
  nodes: ScoredNode[];
  sentences: Sentence[];
}

export interface Trial {
  answers: ItemAnswer[];
  counts: Record<string, number>;
  circumstances: { downgrade: string; reason: string }[];
  schoolId: string | undefined;
  year: number | undefined;
}

/** Scores without keeping anything. */
export function useScore(id: string) {
  return useMutation({
    mutationFn: ({ schoolId, year, ...findings }: Trial) => {
      const request: unknown = {
        findings: { ...findings, facts: {} },
        schoolId: schoolId ?? null,
        year: schoolId ? (year ?? null) : null,
      };
      return bodyAs<Score>(
        api.POST('/api/v1/index-systems/{id}/score', {
          params: { path: { id } },
          body: request as Asked<'scoreFindings'>,
        }),
      );
    },
  });
}

/** Schools found by a part of their name, for those whose figures answer. */
export const schoolsFoundQuery = (region: string, q: string) =>
  queryOptions({
    queryKey: ['schools', 'found', region, q],
    queryFn: () =>
      body(
        api.GET('/api/v1/schools', {
          params: { query: { region, q: q || undefined, state: 'OPEN', size: 20, sort: 'name' } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
