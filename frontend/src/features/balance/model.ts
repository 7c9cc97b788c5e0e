export type Stage = 'PRIMARY' | 'JUNIOR';
export const STAGES: readonly Stage[] = ['PRIMARY', 'JUNIOR'];
export type Verdict = 'PASS' | 'FAIL' | 'WITHHELD' | 'NOT_JUDGED';

export interface Indicator {
  number: number;
  code: string;
  nameZh: string;
  nameEn: string;
  unitZh: string;
  unitEn: string;
  per: number;
  shared: boolean;
  decimals: number;
  numerator: { fact: string; factor: number }[];
  denominator: string;
  additionFact: string;
  confidence: string;
  verified: boolean;
  source: string;
}
export interface Parameter {
  code: string;
  nameZh: string;
  nameEn: string;
  type: 'NUMBER' | 'INTEGER' | 'SHARE' | 'BOOLEAN' | 'CHOICE' | 'KINDS';
  value: unknown;
  unit: string | null;
  confidence: string;
  verified: boolean;
  source: string;
  effectiveFrom: string;
  choices: string[] | null;
}
export interface Framework {
  id: string;
  code: string;
  version: number;
  nameZh: string;
  nameEn: string;
  source: string;
  state: 'DRAFT' | 'PUBLISHED';
  basedOn: string | null;
  decision: 'COMPOSITE_MEAN' | 'EACH_INDICATOR';
  indicators: Indicator[];
  parameters: Parameter[];
  facts: string[];
}
export interface MissingFact {
  id: string;
  code: string;
  name: string;
  fact: string;
}
export interface IndicatorResult {
  code: string;
  mean: number | null;
  standardDeviation: number | null;
  coefficientOfVariation: number | null;
  limit: number | null;
  binding: boolean;
  met: boolean | null;
  computable: boolean;
  reason: 'FACTS_MISSING' | 'MEAN_ZERO' | 'NO_SCHOOLS' | null;
  missingSchools: MissingFact[];
  amount: number | null;
  threshold: number | null;
  schoolsBelowThreshold: number;
}
export interface SchoolValue {
  indicator: string;
  value: number | null;
  amount: number | null;
  met: boolean | null;
  aboveFloor: boolean | null;
}
export interface SchoolRow {
  id: string;
  code: string;
  name: string;
  kind: string;
  regionCode?: string;
  regionName?: string;
  longitude?: number | null;
  latitude?: number | null;
  pupils: number;
  values: SchoolValue[];
  thresholdsMet: number;
  thresholdsSet: number;
  folded: string[];
  verdict: Verdict;
}
export interface Exclusion {
  id: string;
  code: string;
  name: string;
  kind: string;
  reason: string;
  parentCode: string | null;
}
export interface StageResult {
  stage: Stage;
  indicators: IndicatorResult[];
  composite: number | null;
  compositeLimit: number | null;
  compositeMet: boolean | null;
  exclusions: Exclusion[];
  missing: MissingFact[];
  warnings: string[];
  schoolsJudged: number;
  schoolsPassing: number;
  schoolsNeeded: number | null;
  pupils: number;
  verdict: Verdict;
}
export interface Run {
  id: string;
  frameworkId: string;
  regionCode: string;
  regionName: string;
  year: number;
  createdAt: string;
  createdBy: string;
  stages: StageResult[];
}
