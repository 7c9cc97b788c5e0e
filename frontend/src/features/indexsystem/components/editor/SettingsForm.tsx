import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { useNamed } from '@/lib/i18n/useNamed';
import { ROUNDINGS, SUBJECTS, type Downgrade, type Grade } from '@/lib/indexsystem/model';
import type { DraftDocument } from './draft';
import styles from './editor.module.css';
import { ChoiceField, Field, NumberField, ProblemsOf, TextField } from './Field';
import { PassRulesForm } from './PassRulesForm';
import type { DraftProblem } from './problems';
import { freshCode, Rows } from './Rows';

interface Props {
  draft: DraftDocument;
  problems: DraftProblem[];
  onChange: (change: Partial<DraftDocument>, field: string) => void;
}

/** How points become a total, a grade and a verdict; what the system is called and where it comes from. */
export function SettingsForm({ draft, problems, onChange }: Props) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const { settings, source, grades, downgrades } = draft;
  const setting = (field: keyof typeof settings) => (value: unknown) =>
    onChange({ settings: { ...settings, [field]: value } }, `settings.${field}`);
  const namesOf = (
    row: { code: string; nameZh: string; nameEn: string },
    change: (names: { code?: string; nameZh?: string; nameEn?: string }) => void,
    path: string,
  ) =>
    (['code', 'nameZh', 'nameEn'] as const).map((field) => (
      <TextField
        key={field}
        label={t(`field.${field}`)}
        path={`${path}.${field}`}
        value={row[field]}
        onChange={(value) => change({ [field]: value ?? '' })}
      />
    ));
  return (
    <ProblemsOf value={{ uid: undefined, problems }}>
      <Section title={t('edit.about')}>
        <div className={styles.triple}>
          <TextField
            label={t('field.nameZh')}
            path="nameZh"
            value={draft.nameZh}
            onChange={(value) => onChange({ nameZh: value ?? '' }, 'nameZh')}
          />
          <TextField
            label={t('field.nameEn')}
            path="nameEn"
            value={draft.nameEn}
            onChange={(value) => onChange({ nameEn: value ?? '' }, 'nameEn')}
          />
          <ChoiceField
            label={t('field.subject')}
            path="subject"
            value={draft.subject}
            options={SUBJECTS.map((value) => ({ value, label: t(`subject.${value}`) }))}
            onChange={(subject) => subject && onChange({ subject }, 'subject')}
          />
          <TextField
            label={t('field.title')}
            path="source.title"
            value={source.title}
            onChange={(title) => onChange({ source: { ...source, title: title ?? '' } }, 'source.title')}
          />
          <Field
            label={t('field.unverified')}
            path="source.unverified"
            className={styles.two}
            hint={t('edit.unverifiedHint')}
          >
            {(control) => (
              <Select
                {...control}
                mode="tags"
                open={false}
                suffixIcon={null}
                className={styles.wide}
                value={source.unverified}
                onChange={(unverified: string[]) =>
                  onChange({ source: { ...source, unverified } }, 'source.unverified')
                }
              />
            )}
          </Field>
        </div>
      </Section>
      <Section title={t('field.settings')}>
        <div className={styles.triple}>
          <NumberField
            label={t('field.decimals')}
            path="settings.decimals"
            min={0}
            max={4}
            value={settings.decimals}
            onChange={(value) => setting('decimals')(value ?? 0)}
          />
          <ChoiceField
            label={t('field.rounding')}
            path="settings.rounding"
            value={settings.rounding}
            options={ROUNDINGS.map((value) => ({ value, label: t(`rules.rounding.${value}`) }))}
            onChange={setting('rounding')}
          />
          <NumberField
            label={t('field.bonusCap')}
            path="settings.bonusCap"
            min={0}
            unit={t('unit.points')}
            value={settings.bonusCap}
            onChange={setting('bonusCap')}
          />
          <ChoiceField
            label={t('field.notApplicable')}
            path="settings.notApplicable"
            className={styles.whole}
            value={settings.notApplicable}
            options={(['LEAVES_DENOMINATOR', 'SCORES_FULL'] as const).map((value) => ({
              value,
              label: t(`rules.${value}`),
            }))}
            onChange={setting('notApplicable')}
          />
          <ChoiceField
            label={t('field.lowestWhenFailed')}
            path="settings.lowestWhenFailed"
            className={styles.whole}
            value={settings.lowestWhenFailed ? 'LOWEST' : 'TOTAL'}
            options={(['TOTAL', 'LOWEST'] as const).map((value) => ({
              value,
              label: t(`rules.failed.${value}`),
            }))}
            onChange={(value) => setting('lowestWhenFailed')(value === 'LOWEST' ? true : null)}
          />
        </div>
      </Section>
      <Section title={t('field.grades')} note={t('edit.gradesHint')}>
        <Rows<Grade>
          title={t('field.grades')}
          headed
          path="grades"
          rows={grades}
          addLabel={t('edit.addGrade')}
          make={(rows) => ({ code: freshCode(rows, 'G'), nameZh: '', nameEn: '', from: null, subgrades: [] })}
          onChange={(next) => onChange({ grades: next }, 'grades')}
        >
          {(grade, change, path) => (
            <>
              {namesOf(grade, change, path)}
              <NumberField
                label={t('field.from')}
                path={`${path}.from`}
                value={grade.from}
                onChange={(from) => change({ from })}
              />
              <div className={styles.whole}>
                <Rows
                  title={t('field.subgrades')}
                  path={`${path}.subgrades`}
                  rows={grade.subgrades}
                  addLabel={t('edit.addSubgrade')}
                  make={(rows) => ({ code: freshCode(rows, 'S'), nameZh: '', nameEn: '', from: null })}
                  onChange={(subgrades) => change({ subgrades })}
                >
                  {(sub, changeSub, subPath) => (
                    <>
                      {namesOf(sub, changeSub, subPath)}
                      <NumberField
                        label={t('field.from')}
                        path={`${subPath}.from`}
                        value={sub.from}
                        onChange={(from) => changeSub({ from })}
                      />
                    </>
                  )}
                </Rows>
              </div>
            </>
          )}
        </Rows>
      </Section>
      <PassRulesForm draft={draft} onChange={onChange} />
      <Section title={t('field.downgrades')}>
        <Rows<Downgrade>
          title={t('field.downgrades')}
          headed
          path="downgrades"
          rows={downgrades}
          addLabel={t('edit.addDowngrade')}
          make={(rows) => ({ code: freshCode(rows, 'D'), nameZh: '', nameEn: '', steps: 1, to: null })}
          onChange={(next) => onChange({ downgrades: next }, 'downgrades')}
        >
          {(down, change, path) => (
            <>
              {namesOf(down, change, path)}
              <NumberField
                label={t('field.steps')}
                path={`${path}.steps`}
                min={1}
                value={down.steps}
                onChange={(steps) => change({ steps, ...(steps !== null && { to: null }) })}
              />
              <ChoiceField
                label={t('field.to')}
                path={`${path}.to`}
                clearable
                value={down.to}
                options={grades.map((grade) => ({ value: grade.code, label: named(grade) || grade.code }))}
                onChange={(to) => change({ to, ...(to !== null && { steps: null }) })}
              />
            </>
          )}
        </Rows>
      </Section>
    </ProblemsOf>
  );
}
