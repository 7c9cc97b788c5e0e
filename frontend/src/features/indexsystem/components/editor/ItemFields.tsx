import { useTranslation } from 'react-i18next';
import { MARKED, MEASURED, NUMBER_RULES, type IndexItem, type Veto } from '@/lib/indexsystem/model';
import styles from './editor.module.css';
import { CountField } from './CountField';
import { CheckField, ChoiceField, NumberField, TextField } from './Field';
import { FormulaField } from './FormulaField';
import { freshCode, Rows } from './Rows';

interface Props {
  item: IndexItem;
  points: number | null;
  onChange: (change: Partial<IndexItem>, field: string) => void;
}

/** What one kind of item needs, and nothing else. */
export function ItemFields({ item, points, onChange }: Props) {
  const { t } = useTranslation('indexsystem');
  const set = (field: keyof IndexItem) => (value: unknown) => onChange({ [field]: value }, field);
  const { kind } = item;
  const measured = MEASURED.includes(kind);
  const vetoes: Veto[] =
    kind === 'YES_NO' ? ['YES', 'NO'] : measured && item.standard !== null ? ['NOT_MET'] : [];
  return (
    <>
      {(kind === 'CHOICE' || kind === 'LETTER' || (kind === 'YES_NO' && item.options.length > 0)) && (
        <Rows
          title={t('field.options')}
          path="item.options"
          rows={item.options}
          addLabel={t('edit.addOption')}
          make={(rows) => ({
            code: freshCode(rows),
            nameZh: '',
            nameEn: '',
            points: points === null ? null : 0,
            met: rows.length === 0,
          })}
          onChange={set('options')}
        >
          {(option, change, path) => (
            <>
              <TextField
                label={t('field.code')}
                path={`${path}.code`}
                value={option.code}
                onChange={(code) => change({ code: code ?? '' })}
              />
              <TextField
                label={t('field.nameZh')}
                path={`${path}.nameZh`}
                value={option.nameZh}
                onChange={(nameZh) => change({ nameZh: nameZh ?? '' })}
              />
              <TextField
                label={t('field.nameEn')}
                path={`${path}.nameEn`}
                value={option.nameEn}
                onChange={(nameEn) => change({ nameEn: nameEn ?? '' })}
              />
              <NumberField
                label={t('field.points')}
                path={`${path}.points`}
                value={option.points}
                min={0}
                onChange={(value) => change({ points: value })}
              />
              <CheckField
                label={t('edit.met')}
                path={`${path}.met`}
                value={option.met}
                onChange={(met) => change({ met })}
              />
            </>
          )}
        </Rows>
      )}
      {kind === 'FACT' && <FormulaField value={item.formula} onChange={set('formula')} />}
      {kind === 'COUNT' && <CountField value={item.count} onChange={set('count')} />}
      {measured && <Measure item={item} set={set} points={points} />}
      {MARKED.includes(kind) && (
        <>
          <Rows
            title={t(kind === 'DEDUCTIONS' ? 'edit.deductions' : 'edit.additions')}
            path="item.marks"
            rows={item.marks}
            addLabel={t('edit.addMark')}
            make={(rows) => ({ code: freshCode(rows, 'm'), nameZh: '', nameEn: '', amount: 1, cap: null })}
            onChange={set('marks')}
          >
            {(mark, change, path) => (
              <>
                <TextField
                  label={t('edit.reasonZh')}
                  path={`${path}.nameZh`}
                  className={styles.whole}
                  value={mark.nameZh}
                  onChange={(nameZh) => change({ nameZh: nameZh ?? '' })}
                />
                <TextField
                  label={t('edit.reasonEn')}
                  path={`${path}.nameEn`}
                  className={styles.whole}
                  value={mark.nameEn}
                  onChange={(nameEn) => change({ nameEn: nameEn ?? '' })}
                />
                <NumberField
                  label={t('field.amount')}
                  path={`${path}.amount`}
                  value={mark.amount}
                  min={0}
                  onChange={(amount) => change({ amount })}
                />
                <NumberField
                  label={t('field.cap')}
                  path={`${path}.cap`}
                  value={mark.cap}
                  min={0}
                  onChange={(cap) => change({ cap })}
                />
              </>
            )}
          </Rows>
          <CheckField
            label={t('edit.freeMarks')}
            path="item.freeMarks"
            value={item.freeMarks}
            onChange={set('freeMarks')}
          />
        </>
      )}
      <div className={styles.pair}>
        <NumberField
          label={t('edit.photos')}
          path="item.photos"
          min={1}
          max={50}
          value={item.photos}
          onChange={set('photos')}
        />
        {vetoes.length > 0 && (
          <ChoiceField
            label={t('field.veto')}
            path="item.veto"
            clearable
            value={item.veto}
            options={vetoes.map((value) => ({ value, label: t(`checklist:how.veto.${value}`) }))}
            onChange={set('veto')}
          />
        )}
      </div>
      {(kind === 'TEXT' || kind === 'PHOTO' || kind === 'GPS') && (
        <CheckField
          label={t('edit.required')}
          path="item.required"
          value={item.required}
          onChange={set('required')}
        />
      )}
      {(['guide', 'method'] as const).map((name) => (
        <div key={name} className={styles.pair}>
          <TextField
            label={t(`field.${name}Zh`)}
            path={`item.${name}Zh`}
            long
            value={item[`${name}Zh`]}
            onChange={set(`${name}Zh`)}
          />
          <TextField
            label={t(`field.${name}En`)}
            path={`item.${name}En`}
            long
            value={item[`${name}En`]}
            onChange={set(`${name}En`)}
          />
        </div>
      ))}
    </>
  );
}

interface MeasureProps {
  item: IndexItem;
  points: number | null;
  set: (field: keyof IndexItem) => (value: unknown) => void;
}

/** Against what a number is held. */
function Measure({ item, points, set }: MeasureProps) {
  const { t } = useTranslation('indexsystem');
  return (
    <>
      <div className={styles.pair}>
        <ChoiceField
          label={t('field.rule')}
          path="item.rule"
          clearable={item.kind === 'NUMBER'}
          value={item.rule}
          options={NUMBER_RULES.map((value) => ({ value, label: t(`edit.rule.${value}`) }))}
          onChange={set('rule')}
        />
        {item.rule && (
          <ChoiceField
            label={t('field.direction')}
            path="item.direction"
            value={item.direction}
            options={[
              { value: 'AT_LEAST', label: t('edit.direction.AT_LEAST') },
              { value: 'AT_MOST', label: t('edit.direction.AT_MOST') },
            ]}
            onChange={set('direction')}
          />
        )}
        {item.rule && (
          <NumberField
            label={t('field.standard')}
            path="item.standard"
            value={item.standard}
            min={0}
            onChange={set('standard')}
          />
        )}
        {item.rule === 'SHARE' && (
          <NumberField
            label={t('edit.floor')}
            path="item.floor"
            min={0}
            max={1}
            step={0.05}
            hint={t('edit.floorHint')}
            value={item.floor}
            onChange={set('floor')}
          />
        )}
        <TextField
          label={t('field.unitZh')}
          path="item.unitZh"
          value={item.unitZh}
          onChange={set('unitZh')}
        />
        <TextField
          label={t('field.unitEn')}
          path="item.unitEn"
          value={item.unitEn}
          onChange={set('unitEn')}
        />
      </div>
      {item.rule === 'BANDS' && (
        <Rows
          title={t('field.bands')}
          path="item.bands"
          note={t('edit.bandsHint')}
          rows={item.bands}
          addLabel={t('edit.addBand')}
          make={(rows) => ({ limit: null, points: rows.length === 0 ? points : 0 })}
          onChange={set('bands')}
        >
          {(band, change, path) => (
            <>
              <NumberField
                label={t('field.limit')}
                path={`${path}.limit`}
                value={band.limit}
                onChange={(limit) => change({ limit })}
              />
              <NumberField
                label={t('field.points')}
                path={`${path}.points`}
                value={band.points}
                min={0}
                onChange={(value) => change({ points: value })}
              />
            </>
          )}
        </Rows>
      )}
    </>
  );
}
