import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { Section } from '@/components/layout/Section';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
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
          <LinkButton type="primary" to={keep(record.year ? `/figures?year=${record.year}` : '/figures')}>
            {t('done.seeFigures')}
          </LinkButton>
        )}
        {again}
      </div>
    </Section>
  );
}
