import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { PlainTable } from '@/components/table/PlainTable';
import { number } from '@/lib/format/numbers';
import type { Excluded, Preview } from '../api/draws';
import styles from './draws.module.css';

/** Who can be drawn, who cannot and why, and which pairs never come out. */
export function Pool({ of, action }: { of: Preview; action: ReactNode }) {
  const { t } = useTranslation('draws');
  const names = (lots: Preview['schools']) =>
    lots.map((lot) => lot.name).join(t('common:listSeparator')) || t('pool.none');
  const nameOf = new Map([...of.schools, ...of.inspectors].map((lot) => [lot.id, lot.name]));
  return (
    <>
      <Section title={t('pool.title')} actions={action}>
        <p className={styles.names}>
          <b>{t('pool.schools', { n: number(of.schools.length) })}</b>
          {names(of.schools)}
        </p>
        <p className={styles.names}>
          <b>{t('pool.inspectors', { n: number(of.inspectors.length) })}</b>
          {names(of.inspectors)}
        </p>
      </Section>
      <LeftOut excluded={of.excluded} />
      <Section title={t('pool.barred')}>
        {of.barred.length === 0 ? (
          <p>{t('pool.noneBarred')}</p>
        ) : (
          <PlainTable
            label={t('pool.barred')}
            cards
            columns={[
              { title: t('pool.inspector') },
              { title: t('pool.reason') },
              { title: t('pool.school') },
            ]}
            rows={grouped(of.barred).map(([key, pairs]) => ({
              key,
              cells: [
                nameOf.get(pairs[0]?.inspectorId ?? ''),
                pairs[0] && t(`reasons.${pairs[0].reason}`),
                pairs.map((pair) => nameOf.get(pair.schoolId)).join(t('common:listSeparator')),
              ],
            }))}
          />
        )}
      </Section>
    </>
  );
}

/** Pairs of one inspector for one reason together; conflicts of interest before schools they answer for. */
function grouped(barred: Preview['barred']): [string, Preview['barred']][] {
  const groups = new Map<string, Preview['barred']>();
  const conflictsFirst = [...barred].sort(
    (a, b) => Number(a.reason === 'RESPONSIBLE') - Number(b.reason === 'RESPONSIBLE'),
  );
  for (const pair of conflictsFirst) {
    const key = `${pair.inspectorId}-${pair.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  return [...groups];
}

/** Who is left out before anything is drawn, and why. */
export function LeftOut({ excluded }: { excluded: Excluded[] }) {
  const { t } = useTranslation('draws');
  return (
    <Section title={t('pool.excluded')}>
      {excluded.length === 0 ? (
        <p>{t('pool.noneExcluded')}</p>
      ) : (
        <PlainTable
          label={t('pool.excluded')}
          cards
          columns={[{ title: t('pool.who') }, { title: t('pool.reason') }]}
          rows={excluded.map((one) => ({ key: one.id, cells: [one.name, t(`reasons.${one.reason}`)] }))}
        />
      )}
    </Section>
  );
}
