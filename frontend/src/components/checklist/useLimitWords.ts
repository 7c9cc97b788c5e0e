import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { useUnit } from '@/lib/i18n/useNamed';
import type { IndexItem } from '@/lib/indexsystem/model';

/** A standard with its direction and unit: `不低于 85%`. */
export function useLimitWords(): (item: IndexItem, standard: number | null) => string {
  const { t, i18n } = useTranslation('checklist');
  const unitOf = useUnit();
  return (item, standard) => {
    const unit = unitOf({ unitZh: item.unitZh, unitEn: item.unitEn });
    const spaced = unit && !/^[%‰]/.test(unit) ? ` ${unit}` : unit;
    return t(item.direction === 'AT_MOST' ? 'how.atMost' : 'how.atLeast', {
      standard: number(standard),
      unit: spaced || (i18n.language === 'en' ? '' : ' '),
    });
  };
}
