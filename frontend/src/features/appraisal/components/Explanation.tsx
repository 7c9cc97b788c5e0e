import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { usePermission } from '@/lib/api/me';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { Appraisal } from '../api/appraisals';
import styles from './appraisal.module.css';

/** How the mark comes about, in sentences a person can check with a pocket calculator. */
export function Explanation({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  const may = usePermission();
  const keep = useKeepContext();
  const { score, rules } = of.basis;
  const rule = (code: string) => number(rules.find((one) => one.code === code)?.value);
  const counting = score.parts.filter((part) => part.value !== null && part.weight > 0);
  const missing = score.parts.filter((part) => part.value === null);
  const officeShare = number(score.officeShare);
  return (
    <Section
      title={t('mark.title')}
      note={
        rules.some((one) => !one.verified) && (
          <Mark plain tone="dueSoon">
            {t('mark.unverified')}
          </Mark>
        )
      }
    >
      <ul className={styles.sentences}>
        <li>
          {score.counted === null
            ? t('mark.noFigures')
            : t('mark.counted', {
                sum: counting
                  .map((part) =>
                    t('mark.item', {
                      name: t(`measures.${part.measure}`),
                      value: number(part.value, 1),
                      weight: number(part.weight),
                    }),
                  )
                  .join(' + '),
                weighed: number(score.weighed),
                counted: number(score.counted, 1),
              })}
        </li>
        {missing.length > 0 && (
          <li>
            {t('mark.left', {
              names: missing.map((part) => t(`measures.${part.measure}`)).join(t('common:listSeparator')),
            })}
          </li>
        )}
        <li>
          {score.total === null
            ? t('mark.noOffice', { officeShare })
            : score.counted === null
              ? t('mark.totalOffice', { office: number(of.officeMark) })
              : t('mark.total', {
                  counted: number(score.counted, 1),
                  share: number(100 - score.officeShare),
                  office: number(of.officeMark),
                  officeShare,
                  total: number(score.total, 1),
                })}
        </li>
        <li>
          {t('mark.grades', {
            excellent: rule('APPRAISAL_EXCELLENT'),
            competent: rule('APPRAISAL_COMPETENT'),
            basic: rule('APPRAISAL_BASIC'),
          })}
        </li>
        <li>
          <Link to={keep('/supervision-rules')}>
            {t(may('visitplan:rules') ? 'mark.rules' : 'mark.rulesRead')}
          </Link>
        </li>
      </ul>
    </Section>
  );
}
