import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { usePermission, useToday } from '@/lib/api/me';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { appraisedQuery, type Inspector } from '../api/inspectors';
import styles from './zone.module.css';

/** The years an inspector was appraised for, each with how it ended. */
export function Appraised({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation('zone');
  const may = usePermission();
  const keep = useKeepContext();
  const { id, standing } = inspector.summary;
  const year = Number(useToday().slice(0, 4));
  const query = useQuery(appraisedQuery(id));
  return (
    <Section title={t('appraised.title')}>
      <QueryView query={query}>
        {(rows) => (
          <>
            {rows.length === 0 && <p>{t('appraised.empty')}</p>}
            <ul className={styles.entries}>
              {rows.map((row) => (
                <li key={row.year}>
                  <Link to={keep(`/appraisals/${row.year}/${id}`)}>
                    {t('appraised.year', { year: row.year })}
                  </Link>
                  <span>
                    {row.grade
                      ? t('appraised.grade', {
                          grade: t(`appraised.grades.${row.grade}`),
                          total: number(row.total, 1),
                        })
                      : t(`appraised.states.${row.state ?? 'DRAFT'}`)}
                  </span>
                </li>
              ))}
            </ul>
            {may('appraisal:write') && standing === 'IN_OFFICE' && rows.every((row) => row.year !== year) && (
              <p className={styles.after}>
                <Link to={keep(`/appraisals/${year}/${id}`)}>{t('appraised.begin', { year })}</Link>
              </p>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
