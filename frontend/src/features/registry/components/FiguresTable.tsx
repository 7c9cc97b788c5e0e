import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import type { Fact } from '@/lib/api/facts';
import { moment, schoolYear } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import { figureHistoryQuery, type Figures, type FigureValue } from '../api/schoolFigures';
import { groupsOf } from './factGroups';
import styles from './forms.module.css';

/** A school's figures of a year by stage, each with its source; every figure opens what it was before. */
export function FiguresTable({ figures, facts, kind }: { figures: Figures; facts: Fact[]; kind: string }) {
  const { t } = useTranslation('registry');
  const named = useNamed();
  const unit = useUnit();
  const source = useSource();
  const [key, setKey] = useState<string>();
  const byKey = new Map(figures.values.map((value) => [value.key, value]));
  const groups = groupsOf(facts, kind, new Set(byKey.keys()));
  return (
    <>
      <table className={styles.figures}>
        <caption className="dd-visually-hidden">
          {t('figures.label', { year: schoolYear(figures.year) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.fact')}</th>
            <th scope="col" className={styles.number}>
              {t('figures.value')}
            </th>
            <th scope="col">{t('figures.unit')}</th>
            <th scope="col" className={styles.sourceColumn}>
              {t('figures.source')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.stage ?? 'whole'}>
              <tr>
                <th scope="colgroup" colSpan={4} className={styles.group}>
                  {group.stage ? t(`common:stage.${group.stage}`) : t('figures.whole')}
                </th>
              </tr>
              {group.entries.map(({ key: factKey, fact }) => {
                const value = byKey.get(factKey);
                return (
                  <tr key={factKey}>
                    <th scope="row">{named(fact)}</th>
                    <td className={styles.number}>
                      {value ? (
                        <Button type="link" size="small" onClick={() => setKey(factKey)}>
                          {number(value.value)}
                        </Button>
                      ) : (
                        number(null)
                      )}
                    </td>
                    <td>{unit(fact)}</td>
                    <td className={styles.sourceColumn}>
                      <small>{value && source(value)}</small>
                    </td>
                  </tr>
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
      {key && <Earlier figures={figures} figureKey={key} onClose={() => setKey(undefined)} />}
    </>
  );
}

function useSource(): (value: FigureValue) => string {
  const { t } = useTranslation('registry');
  return ({ source }) =>
    [
      t(`figures.sourceKind.${source.kind}`),
      source.fileName && t('figures.sourceImport', { file: source.fileName, row: source.row }),
      t('figures.sourceMore', { by: source.by, at: moment(source.at) }),
      source.reason,
    ]
      .filter(Boolean)
      .join(' · ');
}

function Earlier({
  figures,
  figureKey,
  onClose,
}: {
  figures: Figures;
  figureKey: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('registry');
  const source = useSource();
  const query = useQuery(figureHistoryQuery(figures.schoolId, figures.year, figureKey));
  return (
    <Drawer open onClose={onClose} size={560} title={t('figures.history')}>
      <QueryView query={query}>
        {(values) => (
          <PlainTable
            label={t('figures.history')}
            columns={[{ title: t('figures.value'), numeric: true }, { title: t('figures.source') }]}
            rows={values.map((value, i) => ({
              key: String(i),
              cells: [value.value === null ? t('figures.withdrawn') : number(value.value), source(value)],
            }))}
          />
        )}
      </QueryView>
    </Drawer>
  );
}
