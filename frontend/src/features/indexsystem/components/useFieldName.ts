import { useTranslation } from 'react-i18next';

/** The name of a changed field by its path: `item.marks[0].cap` → 扣（加）分情形第 1 项 · 上限. */
export function useFieldName(): (path: string) => string {
  const { t, i18n } = useTranslation('indexsystem');
  return (path) =>
    path
      .split('.')
      .filter((part) => part !== 'item' || path === 'item')
      .map((part) => {
        const [, name = part, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(part) ?? [];
        const word = i18n.exists(`indexsystem:field.${name}`) ? t(`field.${name}`) : name;
        return index === undefined ? word : t('field.nth', { field: word, number: Number(index) + 1 });
      })
      .reduce((outer, inner) => t('field.of2', { outer, inner }));
}
