import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { factCatalogueQuery } from '@/lib/api/facts';
import { useNamed } from '@/lib/i18n/useNamed';
import { useFormulaWords } from '../useItemWords';
import styles from './editor.module.css';
import { Field } from './Field';

const STAGES = ['PRIMARY', 'JUNIOR'] as const;

interface Props {
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A formula over register figures; figures are picked by name, and the whole is read back in words. */
export function FormulaField({ value, onChange }: Props) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const words = useFormulaWords();
  const facts = useQuery(factCatalogueQuery).data ?? [];
  const cursor = useRef<number | undefined>(undefined);
  const [picked, setPicked] = useState<string | null>(null);
  const options = facts.flatMap((fact) =>
    fact.level === 'SCHOOL'
      ? [{ value: fact.code, label: named(fact) }]
      : STAGES.map((stage) => ({
          value: `${stage}.${fact.code}`,
          label: t('how.stageFact', { stage: t(`common:stage.${stage}`), fact: named(fact) }),
        })),
  );
  const insert = (key: string) => {
    const text = value ?? '';
    const at = cursor.current ?? text.length;
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const space = before === '' || /[\s(]$/.test(before) ? '' : ' ';
    onChange(before + space + key + after);
    cursor.current = at + space.length + key.length;
    setPicked(null);
  };
  return (
    <Field
      label={t('field.formula')}
      path="item.formula"
      hint={value ? t('edit.formulaReads', { words: words(value) }) : t('edit.formulaHint')}
    >
      {(control) => (
        <div className={styles.formula}>
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 1, maxRows: 4 }}
            value={value ?? ''}
            onChange={(event) => {
              cursor.current = event.target.selectionStart;
              onChange(event.target.value || null);
            }}
            onSelect={(event) => (cursor.current = event.currentTarget.selectionStart)}
          />
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            className={styles.wide}
            aria-label={t('edit.pickFact')}
            placeholder={t('edit.pickFact')}
            value={picked}
            options={options}
            onChange={insert}
          />
        </div>
      )}
    </Field>
  );
}
