import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLimitWords } from '@/components/checklist/useLimitWords';
import { factCatalogueQuery } from '@/lib/api/facts';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { IndexItem, IndexNode } from '@/lib/indexsystem/model';

const FACT = /(?:([A-Z]+)\.)?([A-Za-z][A-Za-z0-9]*)/g;

/** A formula by the names of its facts: `小学在校生数 ÷ 小学专任教师数`. */
export function useFormulaWords(): (formula: string | null) => string {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const facts = useQuery(factCatalogueQuery).data ?? [];
  return (formula) =>
    (formula ?? '')
      .replace(FACT, (whole, stage: string | undefined, code: string) => {
        const fact = facts.find((one) => one.code === code);
        if (!fact) return whole;
        return stage
          ? t('how.stageFact', { stage: t(`common:stage.${stage}`), fact: named(fact) })
          : named(fact);
      })
      .replace(/\s*\/\s*/g, ' ÷ ')
      .replace(/\s*\*\s*/g, ' × ');
}

/** How an item scores, in words a principal understands. */
export function useItemWords() {
  const { t, i18n } = useTranslation('indexsystem');
  const named = useNamed();
  const formulaWords = useFormulaWords();
  const join = t('how.join');
  /** between two sentences */
  const gap = i18n.language === 'en' ? ' ' : '';

  const limit = useLimitWords();
  const measured = (item: IndexItem, points: number | null): string => {
    if (item.rule === null) return t('how.recorded');
    if (item.rule === 'BANDS') {
      const bands = item.bands.map((band) =>
        band.limit === null
          ? t('how.rest', { points: number(band.points) })
          : t('how.band', { limit: limit(item, band.limit), points: number(band.points) }),
      );
      return t('how.bands', { bands: bands.join(join) });
    }
    const within = limit(item, item.standard);
    if (points === null) return t('how.metOnly', { limit: within });
    if (item.rule === 'MET') return t('how.met', { limit: within });
    const floor = item.floor === null ? '' : t('how.floor', { floor: number(item.floor * 100) });
    return t('how.share', { limit: within }) + (floor && gap + floor);
  };
  const options = (item: IndexItem) =>
    t('how.options', {
      options: item.options
        .map((option) => {
          const name = named(option);
          if (option.points !== null) return t('how.optionPoints', { name, points: number(option.points) });
          return t(option.met ? 'how.optionMet' : 'how.optionNotMet', { name });
        })
        .join(join),
    });
  const marks = (item: IndexItem, key: 'deduct' | 'add') =>
    [
      ...item.marks.map(
        (mark) =>
          t(`checklist:how.${key}`, { name: named(mark), amount: number(mark.amount) }) +
          (mark.cap === null ? '' : t('checklist:how.cap', { cap: number(mark.cap) })),
      ),
      ...(item.freeMarks ? [t('how.free')] : []),
    ].join(join);

  const rule = (item: IndexItem, points: number | null): string => {
    const given = { points: number(points) };
    switch (item.kind) {
      case 'YES_NO':
        if (item.options.length > 0) return options(item);
        return points === null ? t('how.yesNo') : t('how.yesNoPoints', given);
      case 'CHOICE':
        return options(item);
      case 'POINTS':
        return t('how.points', given);
      case 'LETTER':
        return t('how.letters', { letters: item.options.map((o) => o.code).join(' / ') });
      case 'DEDUCTIONS':
        return t('how.deductions', { ...given, marks: marks(item, 'deduct') });
      case 'ADDITIONS':
        return t('how.additions', { ...given, marks: marks(item, 'add') });
      case 'NUMBER':
        return measured(item, points);
      case 'FACT':
        return t('how.fact', { formula: formulaWords(item.formula) }) + gap + measured(item, points);
      case 'COUNT':
        return t('how.count', { count: item.count ?? '' }) + gap + measured(item, points);
      default:
        return t(`how.${item.kind}`);
    }
  };
  return {
    limit,
    /** one or two sentences */
    rule: (node: IndexNode) => (node.item ? rule(node.item, node.points) : ''),
    /** marks beside the sentence: photos, veto, bonus, required */
    notes: (node: IndexNode): { key: string; text: string; strong: boolean }[] => {
      const { item } = node;
      return [
        ...(item?.veto ? [{ key: 'veto', text: t(`checklist:how.veto.${item.veto}`), strong: true }] : []),
        ...(item?.photos
          ? [{ key: 'photos', text: t('checklist:how.photos', { count: item.photos }), strong: false }]
          : []),
        ...(item?.required ? [{ key: 'required', text: t('how.required'), strong: false }] : []),
        ...(node.bonus ? [{ key: 'bonus', text: t('how.bonus'), strong: false }] : []),
      ];
    },
  };
}
