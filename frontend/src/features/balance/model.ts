import type { Answer } from '@/lib/api/types';

export type Stage = 'PRIMARY' | 'JUNIOR';
export const STAGES: readonly Stage[] = ['PRIMARY', 'JUNIOR'];

export type Framework = Answer<'listFrameworks'>[number];
export type Indicator = Framework['indicators'][number];
export type Parameter = Framework['parameters'][number];
export type Run = Answer<'listRuns'>[number];
export type StageResult = Run['stages'][number];
export type IndicatorResult = StageResult['indicators'][number];
export type Exclusion = StageResult['exclusions'][number];
export type Verdict = StageResult['verdict'];
export type SchoolRow = Answer<'listRunSchools'>[number];
export type Explanation = Answer<'explainRun'>;
export type Proposal = Answer<'proposePlan'>;
export type Effect = Proposal['stages'][number];
export type Plan = Answer<'listPlans'>[number];
export type Addition = Plan['additions'][number];
export type Comparison = Answer<'compareRuns'>;

/** The value of a parameter as its type says: number, boolean, text or list of texts; null where nothing is set. */
export const parameterValue = (parameter: Parameter): unknown => parameter.value as unknown;
