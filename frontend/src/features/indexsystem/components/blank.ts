import { NO_ITEM, type IndexDocument, type Subject } from '@/lib/indexsystem/model';

type Words = (key: string) => string;

/** The least a document must hold: one indicator with one item. */
export function blankDocument(
  names: Pick<IndexDocument, 'code' | 'nameZh' | 'nameEn'>,
  subject: Subject,
  zh: Words,
  en: Words,
): IndexDocument {
  const node = { points: null, weight: null, bonus: false };
  return {
    ...names,
    version: 1,
    subject,
    source: { title: zh('make.ownSource'), confidence: 'OWN', unverified: [] },
    settings: { decimals: 2, rounding: 'HALF_UP', notApplicable: 'LEAVES_DENOMINATOR', bonusCap: null },
    nodes: [
      {
        ...node,
        code: '1',
        nameZh: zh('edit.newIndicator'),
        nameEn: en('edit.newIndicator'),
        combine: 'SUM',
        item: null,
        children: [
          {
            ...node,
            code: '1.1',
            nameZh: zh('edit.newItem'),
            nameEn: en('edit.newItem'),
            combine: null,
            children: [],
            item: NO_ITEM,
          },
        ],
      },
    ],
    passRules: [],
    grades: [],
    downgrades: [],
  };
}
