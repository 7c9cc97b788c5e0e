import { InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { SCHOOL_KINDS, useKindName } from '@/lib/i18n/useKindName';
import type { Parameter } from '../../model';

interface Props {
  parameter: Parameter;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  /** refused by the server */
  failing?: boolean;
}

/** The input a parameter's type asks for. */
export function ParameterInput({ parameter, label, value, onChange, failing }: Props) {
  const { t } = useTranslation('balance');
  const kind = useKindName();
  const status = failing ? 'error' : undefined;
  switch (parameter.type) {
    case 'BOOLEAN':
      return <Switch aria-label={label} checked={value === true} onChange={onChange} />;
    case 'CHOICE':
      return (
        <Select
          aria-label={label}
          status={status}
          value={value as string}
          style={{ width: 180 }}
          options={(parameter.choices ?? []).map((choice) => ({
            value: choice,
            label: t(`frameworks.choice.${choice}`),
          }))}
          onChange={onChange}
        />
      );
    case 'KINDS':
      return (
        <Select
          aria-label={label}
          status={status}
          mode="multiple"
          value={(value as string[] | null) ?? []}
          style={{ width: 320 }}
          options={SCHOOL_KINDS.map((code) => ({ value: code, label: kind(code) }))}
          onChange={onChange}
        />
      );
    case 'SHARE':
      return (
        <InputNumber
          aria-label={label}
          status={status}
          controls={false}
          min={0}
          max={100}
          suffix="%"
          style={{ width: 120 }}
          value={typeof value === 'number' ? Number((value * 100).toPrecision(12)) : null}
          onChange={(next) => onChange(next === null ? null : Number((next / 100).toPrecision(12)))}
        />
      );
    default:
      return (
        <InputNumber
          aria-label={label}
          status={status}
          controls={false}
          precision={parameter.type === 'INTEGER' ? 0 : undefined}
          style={{ width: 120 }}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
  }
}
