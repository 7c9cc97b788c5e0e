import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { COMBINES, KINDS, NO_ITEM, UNSCORED, type IndexItem, type IndexNode } from '@/lib/indexsystem/model';
import { fullMarks, mismatch } from '@/lib/indexsystem/tree';
import { useItemWords } from '../useItemWords';
import type { DraftNode } from './draft';
import styles from './editor.module.css';
import { CheckField, ChoiceField, NumberField, ProblemsOf, TextField } from './Field';
import { ItemFields } from './ItemFields';
import type { DraftProblem } from './problems';

interface Props {
  node: DraftNode;
  /** whether its siblings are weighed against each other */
  weighted: boolean;
  problems: DraftProblem[];
  /** the field, so that letters typed into one field are one step to undo */
  onChange: (change: Partial<IndexNode>, field: string) => void;
}

/** The selected indicator or item: only the fields its kind uses. */
export function NodeForm({ node, weighted, problems, onChange }: Props) {
  const { t } = useTranslation('indexsystem');
  const words = useItemWords();
  const { item } = node;
  const wrong = mismatch(node);
  const set = (field: keyof IndexNode) => (value: unknown) => onChange({ [field]: value }, field);
  const setItem = (change: Partial<IndexItem>, field: string) =>
    item && onChange({ item: { ...item, ...change } }, `item.${field}`);
  const scored = item ? !UNSCORED.includes(item.kind) : node.combine !== 'NONE';
  return (
    <ProblemsOf value={{ uid: node.uid, problems }}>
      <div className={styles.form} role="group" aria-label={t('edit.formOf', { name: node.nameZh })}>
        <div className={styles.pair}>
          <TextField
            label={t('edit.code')}
            path="code"
            max={40}
            value={node.code}
            onChange={(value) => set('code')(value ?? '')}
          />
          <div className={styles.field}>
            <span className={styles.labelLike}>{t('edit.role')}</span>
            <Segmented
              block
              disabled={node.children.length > 0}
              aria-label={t('edit.role')}
              value={item ? 'item' : 'indicator'}
              options={[
                { value: 'indicator', label: t('edit.indicator') },
                { value: 'item', label: t('field.item') },
              ]}
              onChange={(role) =>
                onChange(
                  role === 'item' ? { item: NO_ITEM, combine: null } : { item: null, combine: 'SUM' },
                  'role',
                )
              }
            />
          </div>
        </div>
        <TextField
          label={t('field.nameZh')}
          path="nameZh"
          long
          value={node.nameZh}
          onChange={(value) => set('nameZh')(value ?? '')}
        />
        <TextField
          label={t('field.nameEn')}
          path="nameEn"
          value={node.nameEn}
          onChange={(value) => set('nameEn')(value ?? '')}
        />
        {item ? (
          <ChoiceField
            label={t('field.kind')}
            path="item.kind"
            value={item.kind}
            options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(kind) => {
              if (!kind) return;
              onChange(
                {
                  item: { ...item, kind, veto: null },
                  ...(UNSCORED.includes(kind) && { points: null }),
                },
                'kind',
              );
            }}
          />
        ) : (
          <ChoiceField
            label={t('field.combine')}
            path="combine"
            value={node.combine}
            options={COMBINES.map((value) => ({ value, label: t(`combine.${value}`) }))}
            onChange={set('combine')}
          />
        )}
        <div className={styles.pair}>
          {scored && (
            <NumberField
              label={t('field.points')}
              path="points"
              unit={t('unit.points')}
              min={0}
              value={node.points}
              onChange={set('points')}
              hint={
                !item &&
                node.points === null &&
                t('edit.pointsAdd', { full: number(fullMarks(node.children)) })
              }
            />
          )}
          {(weighted || node.weight !== null) && (
            <NumberField
              label={t('field.weight')}
              path="weight"
              min={0}
              value={node.weight}
              onChange={set('weight')}
            />
          )}
        </div>
        {wrong && (
          <p className={styles.wrong} role="status">
            ✕ {t('edit.mismatch', { said: number(wrong.said), added: number(wrong.added) })}
          </p>
        )}
        {scored && (
          <CheckField label={t('edit.bonus')} path="bonus" value={node.bonus} onChange={set('bonus')} />
        )}
        {item && <ItemFields item={item} points={node.points} onChange={setItem} />}
        {item && (
          <p className={styles.says} aria-live="polite">
            <b>{t('edit.says')}</b> {words.rule(node)}
          </p>
        )}
      </div>
    </ProblemsOf>
  );
}
