import type { Fact } from '@/lib/api/facts';
import type { Answer } from '@/lib/api/types';

type School = Answer<'listSchools'>['items'][number];
type Framework = Answer<'listFrameworks'>[number];
type Run = Answer<'listRuns'>[number];
type RunSchool = Answer<'listRunSchools'>[number];

/** A record with only what a test cares about; the rest is null, as the server would send it. */
const given = <T>(value: unknown): T => value as T;

export const aSchool = (change: Partial<School> = {}): School =>
  given<School>({
    id: 's1',
    code: '2153000001',
    name: '城关中心小学',
    kind: '211',
    regionCode: '530322100',
    regionName: '城关镇',
    urbanRural: '121',
    privateSchool: false,
    runBy: 'COUNTY',
    parentSchoolId: null,
    parentSchoolName: null,
    zoneId: null,
    zoneName: null,
    longitude: 103.6,
    latitude: 25.1,
    foundedYear: 1952,
    closedYear: null,
    state: 'OPEN',
    mergedIntoId: null,
    version: 3,
    ...change,
  });

export const aFact = (change: Partial<Fact> = {}): Fact =>
  given<Fact>({
    code: 'pupils',
    nameZh: '在校生数',
    nameEn: 'Pupils',
    level: 'STAGE',
    type: 'INTEGER',
    unitZh: '人',
    unitEn: 'persons',
    minimum: 0,
    maximum: 100000,
    maxJump: 0.5,
    notMoreThan: null,
    aliases: ['学生数'],
    ...change,
  });

const parameter = (code: string, nameZh: string, value: unknown, change: Record<string, unknown> = {}) => ({
  code,
  nameZh,
  nameEn: code,
  type: 'NUMBER',
  value,
  unit: null,
  confidence: '2+',
  verified: true,
  source: '教督〔2017〕6号',
  effectiveFrom: '2017-04-19',
  choices: null,
  ...change,
});

export const aFramework = (change: Record<string, unknown> = {}): Framework =>
  given<Framework>({
    id: 'f1',
    code: 'QUALITY_2017',
    version: 1,
    nameZh: '优质均衡（2017）',
    nameEn: 'Quality balance (2017)',
    source: '教督〔2017〕6号',
    state: 'PUBLISHED',
    regionCode: null,
    basedOn: null,
    decision: 'EACH_INDICATOR',
    indicators: [
      {
        number: 1,
        code: 'multimediaRooms',
        nameZh: '每百名学生拥有网络多媒体教室数',
        nameEn: 'Multimedia rooms per 100 pupils',
        unitZh: '间/百生',
        unitEn: 'per 100',
        per: 100,
        shared: true,
        decimals: 2,
        numerator: [{ fact: 'multimediaRooms', factor: 1 }],
        denominator: 'pupils',
        additionFact: 'multimediaRooms',
        confidence: '2+',
        verified: true,
        source: '教督〔2017〕6号',
      },
    ],
    parameters: [
      parameter('limit.PRIMARY', '小学差异系数限值', 0.5),
      parameter('county.passShare', '应达标学校比例', 1, { type: 'SHARE', verified: false, confidence: 'L' }),
      parameter('scope.countPrivate', '计入民办学校', true, {
        type: 'BOOLEAN',
        verified: false,
        confidence: 'M',
      }),
    ],
    facts: ['multimediaRooms'],
    createdBy: null,
    createdAt: '2026-01-01T00:00:00Z',
    publishedBy: null,
    publishedAt: '2026-01-01T00:00:00Z',
    lockVersion: 4,
    ...change,
  });

export const anIndicator = (change: Record<string, unknown> = {}) => ({
  code: 'multimediaRooms',
  mean: 2.4,
  standardDeviation: 1.204,
  coefficientOfVariation: 0.501787,
  limit: 0.5,
  binding: true,
  met: false,
  computable: true,
  reason: null,
  missingSchools: [],
  amount: 48,
  threshold: 2.3,
  schoolsBelowThreshold: 1,
  ...change,
});

export const aStage = (change: Record<string, unknown> = {}) => ({
  stage: 'PRIMARY',
  indicators: [anIndicator()],
  composite: null,
  compositeLimit: null,
  compositeMet: null,
  exclusions: [],
  missing: [],
  warnings: [],
  schoolsCounted: 2,
  schoolsJudged: 2,
  schoolsPassing: 1,
  schoolsNeeded: 2,
  pupils: 2000,
  verdict: 'FAIL',
  ...change,
});

export const aRun = (change: Record<string, unknown> = {}): Run =>
  given<Run>({
    id: 'r1',
    frameworkId: 'f1',
    frameworkCode: 'QUALITY_2017',
    frameworkVersion: 1,
    regionCode: '530322',
    regionName: '青岭县',
    year: 2025,
    createdBy: '林晓',
    createdAt: '2026-11-20T08:12:00Z',
    checksum: 'abcdef0123456789',
    unverified: ['county.passShare'],
    stages: [
      aStage(),
      aStage({
        stage: 'JUNIOR',
        indicators: [anIndicator({ coefficientOfVariation: 0.31, limit: 0.45, met: true })],
        schoolsPassing: 2,
        verdict: 'PASS',
      }),
    ],
    ...change,
  });

export const aRunSchool = (change: Record<string, unknown> = {}): RunSchool =>
  given<RunSchool>({
    id: 's1',
    code: '2153000001',
    name: '城关中心小学',
    kind: '211',
    regionCode: '530322100',
    regionName: '城关镇',
    urbanRural: '121',
    longitude: 103.6,
    latitude: 25.1,
    pupils: 1200,
    values: [{ indicator: 'multimediaRooms', value: 3.1, amount: 37, met: true, aboveFloor: true }],
    thresholdsMet: 1,
    thresholdsSet: 1,
    folded: [],
    verdict: 'PASS',
    ...change,
  });

export const aFailingSchool = () =>
  aRunSchool({
    id: 's2',
    code: '2153000002',
    name: '青石小学',
    regionName: '青石镇',
    longitude: 103.8,
    latitude: 25.3,
    pupils: 800,
    values: [{ indicator: 'multimediaRooms', value: 1.4, amount: 11, met: false, aboveFloor: false }],
    thresholdsMet: 0,
    verdict: 'FAIL',
  });
