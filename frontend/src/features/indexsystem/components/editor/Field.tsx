import { Input, InputNumber, Select, Checkbox } from 'antd';
import { createContext, useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './editor.module.css';
import { fieldId, type DraftProblem } from './problems';

/** What the server refused, and the node the fields below are about. */
export const ProblemsOf = createContext<{ uid: string | undefined; problems: DraftProblem[] }>({
  uid: undefined,
  problems: [],
});

interface FieldProps {
  label: ReactNode;
  /** Where it stands inside the node or the document; ties refusals to it. */
  path: string;
  hint?: ReactNode;
  className?: string;
  children: (control: { id: string; status: 'error' | ''; 'aria-describedby'?: string }) => ReactNode;
}

/** A label, a control and what is wrong with it. */
export function Field({ label, path, hint, className, children }: FieldProps) {
  const { uid, problems } = useContext(ProblemsOf);
  const id = fieldId(uid, path);
  const wrong = problems.filter((problem) => problem.uid === uid && problem.path === path);
  const described = wrong.length > 0 ? `${id}-wrong` : undefined;
  return (
    <div className={`${styles.field} ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {children({ id, status: wrong.length > 0 ? 'error' : '', 'aria-describedby': described })}
      {hint && <div className={styles.hint}>{hint}</div>}
      {wrong.length > 0 && (
        <div id={described} className={styles.wrong}>
          {wrong.map((problem) => (
            <div key={problem.message}>✕ {problem.message}</div>
          ))}
        </div>
      )}
    </div>
  );
}

interface Common {
  label: ReactNode;
  path: string;
  hint?: ReactNode;
  className?: string;
}

export function TextField({
  value,
  onChange,
  long,
  max = 200,
  ...field
}: Common & {
  value: string | null;
  onChange: (value: string | null) => void;
  long?: boolean;
  max?: number;
}) {
  return (
    <Field {...field}>
      {(control) =>
        long ? (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value || null)}
          />
        ) : (
          <Input
            {...control}
            maxLength={max}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value || null)}
          />
        )
      }
    </Field>
  );
}

export function NumberField({
  value,
  onChange,
  unit,
  min,
  max,
  step,
  ...field
}: Common & {
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: ReactNode;
  min?: number;
  max?: number;
  step?: number;
}) {
  return (
    <Field {...field}>
      {(control) => (
        <InputNumber<number>
          {...control}
          className={styles.wide}
          value={value}
          min={min}
          max={max}
          step={step}
          suffix={unit}
          onChange={(next) => onChange(next ?? null)}
        />
      )}
    </Field>
  );
}

export function ChoiceField<V extends string>({
  value,
  onChange,
  options,
  clearable,
  ...field
}: Common & {
  value: V | null;
  onChange: (value: V | null) => void;
  options: { value: V; label: string }[];
  clearable?: boolean;
}) {
  const { t } = useTranslation('indexsystem');
  return (
    <Field {...field}>
      {(control) => (
        <Select<V>
          {...control}
          className={styles.wide}
          value={value}
          allowClear={clearable}
          placeholder={t('edit.none')}
          options={options}
          onChange={(next: V | undefined) => onChange(next ?? null)}
        />
      )}
    </Field>
  );
}

export function CheckField({
  label,
  path,
  value,
  onChange,
}: Pick<Common, 'label' | 'path'> & { value: boolean; onChange: (value: boolean) => void }) {
  const { uid } = useContext(ProblemsOf);
  return (
    <Checkbox
      id={fieldId(uid, path)}
      className={styles.check}
      checked={value}
      onChange={(event) => onChange(event.target.checked)}
    >
      {label}
    </Checkbox>
  );
}
