import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { Section } from '@/components/layout/Section';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { schoolYear } from '@/lib/format/dates';
import { meQuery } from '@/lib/api/me';
import type { Import } from '../api/import';
import styles from './imports.module.css';

/** How it ended. */
export function DoneStep({ record }: { record: Import }) {
  const { t } = useTranslation('imports');
  const keep = useKeepContext();
  const again = (
    <LinkButton
      to={keep(`/imports/new?kind=${record.kind}`)}
      type={record.state === 'COMMITTED' ? 'default' : 'primary'}
    >
      {t('done.again')}
    </LinkButton>
  );
  if (record.state !== 'COMMITTED') {
    return (
      <Section title={t(`state.${record.state}`)}>
        <p>{record.message ?? t(`done.${record.state === 'DISCARDED' ? 'discarded' : 'failed'}`)}</p>
        {again}
      </Section>
    );
  }
  return (
    <Section title={t('done.title')}>
      <p>
        {t('done.text', {
          created: number(record.toCreate),
          updated: number(record.toUpdate),
          unchanged: number(record.unchanged),
        })}
      </p>
      {record.rowsWithErrors > 0 && (
        <p className={styles.marked}>
          <span>{t('done.left', { count: record.rowsWithErrors })}</span>
          <DownloadButton from={`/api/v1/imports/${record.id}/marked`}>{t('check.marked')}</DownloadButton>
        </p>
      )}
      <div className={styles.inline}>
        {record.kind === 'SCHOOLS' ? (
          <LinkButton type="primary" to={keep('/schools')}>
            {t('done.seeSchools')}
          </LinkButton>
        ) : (
          <FigureYears record={record} />
        )}
        {again}
      </div>
    </Section>
  );
}

const SHOWN = 6;

/** Leads to the years written: the one chosen, or those the file itself names. */
function FigureYears({ record }: { record: Import }) {
  const { t } = useTranslation('imports');
  const keep = useKeepContext();
  const client = useQueryClient();
  useEffect(() => {
    // the years there are figures of have just changed
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
  }, [client]);
  const years = [...record.years].sort((a, b) => b - a).slice(0, SHOWN);
  const others = record.years.some((year) => year !== record.year);
  if (years.length === 0) {
    return (
      <LinkButton type="primary" to={keep('/figures')}>
        {t('done.seeFigures')}
      </LinkButton>
    );
  }
  return (
    <>
      {others && <span>{t('done.otherYears')}</span>}
      {years.map((year, i) => (
        <LinkButton key={year} type={i === 0 ? 'primary' : 'default'} to={keep(`/figures?year=${year}`)}>
          {t('done.seeYear', { year: schoolYear(year) })}
        </LinkButton>
      ))}
    </>
  );
}
