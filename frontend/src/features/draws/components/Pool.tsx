import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { PlainTable } from '@/components/table/PlainTable';
import { number } from '@/lib/format/numbers';
import type { Excluded, Preview } from '../api/draws';
import styles from './draws.module.css';

/** Who can be drawn, who cannot and why, and which pairs never come out. */
export function Pool({ of }: { of: Preview }) {
  const { t } = useTranslation('draws');
  const names = (lots: Preview['schools']) =>
    lots.map((lot) => lot.name).join(t('common:listSeparator')) || t('pool.none');
  const nameOf = new Map([...of.schools, ...of.inspectors].map((lot) => [lot.id, lot.name]));
  return (
    <>
      <Section title={t('pool.title')}>
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
              { title: t('pool.school') },
              { title: t('pool.reason') },
            ]}
            rows={of.barred.map((pair) => ({
              key: `${pair.inspectorId}-${pair.schoolId}`,
              cells: [nameOf.get(pair.inspectorId), nameOf.get(pair.schoolId), t(`reasons.${pair.reason}`)],
            }))}
          />
        )}
      </Section>
    </>
  );
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
