/**
 * An index system as the server sends it. Written out instead of taken from the emitted document, which does not say
 * where nothing may stand.
 */
export const SUBJECTS = ['SCHOOL', 'TOWNSHIP', 'COUNTY', 'VISIT'] as const;
export type Subject = (typeof SUBJECTS)[number];
export const STATES = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;
export type State = (typeof STATES)[number];
export const COMBINES = ['SUM', 'WEIGHTED_MEAN', 'NONE'] as const;
export type Combine = (typeof COMBINES)[number];
export const KINDS = [
  'YES_NO',
  'CHOICE',
  'POINTS',
  'NUMBER',
  'LETTER',
  'DEDUCTIONS',
  'ADDITIONS',
  'FACT',
  'COUNT',
  'TEXT',
  'PHOTO',
  'GPS',
] as const;
export type Kind = (typeof KINDS)[number];
export const NUMBER_RULES = ['MET', 'SHARE', 'BANDS'] as const;
export type NumberRule = (typeof NUMBER_RULES)[number];
export type Direction = 'AT_LEAST' | 'AT_MOST';
export type Veto = 'YES' | 'NO' | 'NOT_MET';
export const PASS_KINDS = ['AT_LEAST_MET', 'ALL_MET', 'LETTERS', 'TOTAL'] as const;
export type PassKind = (typeof PASS_KINDS)[number];
export const ROUNDINGS = ['HALF_UP', 'HALF_EVEN', 'DOWN', 'UP'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

interface Names {
  nameZh: string;
  nameEn: string;
}
export interface Option extends Names {
  code: string;
  points: number | null;
  met: boolean;
}
export interface Band {
  limit: number | null;
  points: number | null;
}
export interface MarkRule extends Names {
  code: string;
  amount: number | null;
  cap: number | null;
}
export interface IndexItem {
  kind: Kind;
  guideZh: string | null;
  guideEn: string | null;
  methodZh: string | null;
  methodEn: string | null;
  unitZh: string | null;
  unitEn: string | null;
  required: boolean;
  options: Option[];
  rule: NumberRule | null;
  standard: number | null;
  direction: Direction | null;
  floor: number | null;
  bands: Band[];
  marks: MarkRule[];
  freeMarks: boolean;
  formula: string | null;
  count: string | null;
  photos: number | null;
  veto: Veto | null;
}
export interface IndexNode extends Names {
  code: string;
  points: number | null;
  weight: number | null;
  combine: Combine | null;
  bonus: boolean;
  children: IndexNode[];
  item: IndexItem | null;
}
export interface PassRule {
  kind: PassKind;
  of: string | null;
  least: number | null;
  restShare: number | null;
  failOn: { letter: string; count: number | null }[];
}
export interface Subgrade extends Names {
  code: string;
  from: number | null;
}
export interface Grade extends Subgrade {
  subgrades: Subgrade[];
}
export interface Downgrade extends Names {
  code: string;
  steps: number | null;
  to: string | null;
}
export interface IndexDocument extends Names {
  code: string;
  version: number;
  subject: Subject;
  source: { title: string; confidence: string | null; unverified: string[] };
  settings: {
    decimals: number;
    rounding: Rounding;
    notApplicable: 'LEAVES_DENOMINATOR' | 'SCORES_FULL';
    bonusCap: number | null;
    /** failing the pass rules gives the lowest grade; absent in documents from before there was the choice */
    lowestWhenFailed?: boolean | null;
  };
  nodes: IndexNode[];
  passRules: PassRule[];
  grades: Grade[];
  downgrades: Downgrade[];
}
/** One version; `own` says whether the reader's region may edit, publish or retire it. */
export interface IndexSystem {
  id: string;
  document: IndexDocument;
  state: State;
  regionCode: string | null;
  basedOn: string | null;
  full: number | null;
  own: boolean;
  createdBy: string;
  createdAt: string;
  publishedBy: string | null;
  publishedAt: string | null;
  retiredBy: string | null;
  retiredAt: string | null;
  lockVersion: number;
}

export const NO_ITEM: IndexItem = {
  kind: 'YES_NO',
  guideZh: null,
  guideEn: null,
  methodZh: null,
  methodEn: null,
  unitZh: null,
  unitEn: null,
  required: false,
  options: [],
  rule: null,
  standard: null,
  direction: null,
  floor: null,
  bands: [],
  marks: [],
  freeMarks: false,
  formula: null,
  count: null,
  photos: null,
  veto: null,
};

/** Kinds whose answer is held against a standard. */
export const MEASURED: readonly Kind[] = ['NUMBER', 'FACT', 'COUNT'];
/** Kinds whose answer is a list of deductions or additions. */
export const MARKED: readonly Kind[] = ['DEDUCTIONS', 'ADDITIONS'];
/** Kinds that only record something. */
export const UNSCORED: readonly Kind[] = ['TEXT', 'PHOTO', 'GPS'];

export const SYSTEM_CODE = /^[A-Z][A-Z0-9_]{2,39}$/;
