import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { schoolsQuery } from '../api/schools';

interface Props {
  id?: string;
  region: string;
  value?: string;
  chosenName?: string | null;
  exclude?: string;
  onChange?: (id: string | undefined) => void;
  label?: string;
}

/** Finds a school by a part of its name or code. */
export function SchoolSelect({ id, region, value, chosenName, exclude, onChange, label }: Props) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const query = useQuery(schoolsQuery({ region, q: q || undefined, state: 'OPEN', size: 20, sort: 'name' }));
  const found = (query.data?.items ?? []).filter((school) => school.id !== exclude);
  const options = found.map((school) => ({ value: school.id, label: `${school.name} ${school.code}` }));
  if (value && chosenName && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: chosenName });
  }
  return (
    <Select
      id={id}
      aria-label={label}
      value={value}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={query.isFetching}
      options={options}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  );
}
