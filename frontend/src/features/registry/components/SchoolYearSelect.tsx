import { Select } from 'antd';
import { schoolYear } from '@/lib/format/dates';
import { useWorkContext } from '@/lib/url/workContext';

interface Props {
  id?: string;
  value?: number;
  onChange?: (year: number) => void;
  label?: string;
}

/** A school year, from next year back. */
export function SchoolYearSelect({ id, value, onChange, label }: Props) {
  const { thisYear } = useWorkContext();
  const years = Array.from({ length: 14 }, (_, i) => thisYear + 1 - i);
  return (
    <Select
      id={id}
      aria-label={label}
      value={value}
      onChange={(year: number) => onChange?.(year)}
      options={years.map((year) => ({ value: year, label: schoolYear(year) }))}
    />
  );
}
