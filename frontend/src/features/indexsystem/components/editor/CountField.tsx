import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countsQuery } from '../../api/systems';
import { ChoiceField } from './Field';

interface Props {
  value: string | null;
  onChange: (value: string | null) => void;
}

/** Which number another module counts; one no module gives any more stays as it is written. */
export function CountField({ value, onChange }: Props) {
  const { t, i18n } = useTranslation('indexsystem');
  const counts = useQuery(countsQuery).data ?? [];
  const known = counts.map((one) => ({
    value: one.code,
    label: i18n.language === 'en' ? one.nameEn : one.nameZh,
  }));
  const options =
    value && !known.some((one) => one.value === value) ? [...known, { value, label: value }] : known;
  return (
    <ChoiceField
      label={t('field.count')}
      path="item.count"
      hint={t('edit.countHint')}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
