import type { JsonBodyType } from 'msw';
import { NO_ITEM, type IndexItem, type IndexNode, type IndexSystem } from '@/lib/indexsystem/model';

/** A node with only what a test cares about. */
export const aNode = (code: string, nameZh: string, change: Partial<IndexNode> = {}): IndexNode => ({
  code,
  nameZh,
  nameEn: `${code} in English`,
  points: null,
  weight: null,
  combine: null,
  bonus: false,
  children: [],
  item: null,
  ...change,
});

export const anItem = (code: string, nameZh: string, points: number | null, item: Partial<IndexItem>) =>
  aNode(code, nameZh, { points, item: { ...NO_ITEM, ...item } });

export const deductions = (code: string, nameZh: string, points: number) =>
  anItem(code, nameZh, points, {
    kind: 'DEDUCTIONS',
    freeMarks: true,
    marks: [{ code: 'late', nameZh: '未按时公开', nameEn: 'late', amount: 1, cap: 3 }],
  });

/** A published system of 100 points in two indicators. */
export const aSystem = (change: Partial<IndexSystem> = {}): IndexSystem => ({
  id: 'i1',
  document: {
    code: 'COUNTY_GOVERNMENT',
    version: 1,
    nameZh: '县级政府履职评价',
    nameEn: 'County government',
    subject: 'COUNTY',
    source: { title: '2019 年评价办法', confidence: 'L', unverified: ['分数线出自外省，须修改。'] },
    settings: { decimals: 2, rounding: 'HALF_UP', notApplicable: 'LEAVES_DENOMINATOR', bonusCap: null },
    nodes: [
      aNode('1', '党的领导与规划', {
        points: 60,
        combine: 'SUM',
        children: [
          deductions('1.1', '党对教育工作的全面领导', 40),
          anItem('1.2', '校舍安全', 20, { kind: 'YES_NO', veto: 'NO', photos: 2 }),
        ],
      }),
      aNode('2', '经费投入', {
        points: 40,
        combine: 'SUM',
        children: [
          anItem('2.1', '生师比', 40, {
            kind: 'FACT',
            rule: 'SHARE',
            direction: 'AT_MOST',
            standard: 19,
            floor: 0.6,
            formula: 'PRIMARY.pupils / PRIMARY.teachers',
          }),
        ],
      }),
    ],
    passRules: [],
    grades: [
      { code: 'GOOD', nameZh: '良好', nameEn: 'Good', from: 80, subgrades: [] },
      { code: 'PASS', nameZh: '合格', nameEn: 'Pass', from: 65, subgrades: [] },
      { code: 'FAIL', nameZh: '不合格', nameEn: 'Fail', from: null, subgrades: [] },
    ],
    downgrades: [{ code: 'incident', nameZh: '发生重大安全事故', nameEn: 'incident', steps: 1, to: null }],
  },
  state: 'PUBLISHED',
  regionCode: null,
  basedOn: null,
  full: 100,
  own: false,
  createdBy: '系统',
  createdAt: '2026-09-01T00:00:00Z',
  publishedBy: '系统',
  publishedAt: '2026-09-01T00:00:00Z',
  retiredBy: null,
  retiredAt: null,
  lockVersion: 1,
  ...change,
});

export const aDraft = (change: Partial<IndexSystem> = {}): IndexSystem =>
  aSystem({
    id: 'i2',
    state: 'DRAFT',
    regionCode: '530322',
    basedOn: 'i1',
    own: true,
    publishedBy: null,
    publishedAt: null,
    createdBy: '林晓',
    lockVersion: 4,
    ...change,
  });

/** The line of a system in the list. */
export const aSummary = (system: IndexSystem, items = 3) => ({
  ...system.document,
  id: system.id,
  state: system.state,
  regionCode: system.regionCode,
  source: system.document.source.title,
  confidence: system.document.source.confidence,
  unverified: system.document.source.unverified.length,
  items,
  full: system.full,
  createdBy: system.createdBy,
  createdAt: system.createdAt,
  publishedBy: system.publishedBy,
  publishedAt: system.publishedAt,
  retiredAt: system.retiredAt,
});

export const asJson = (value: unknown) => value as JsonBodyType;
