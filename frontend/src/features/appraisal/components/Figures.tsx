import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/layout/Section';
import { PlainTable } from '@/components/table/PlainTable';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { Appraisal, Part } from '../api/appraisals';
import { Findings } from './Findings';
import styles from './appraisal.module.css';

/** What was counted, each figure with the way to the rows it comes from. */
export function Figures({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  const [looking, look] = useState(false);
  const { figures, score } = of.basis;
  return (
    <Section
      title={t('figures.title')}
      anchor="figures"
      note={t(of.state === 'CONFIRMED' ? 'figures.fixed' : 'figures.live', { until: date(figures.until) })}
    >
      <PlainTable
        label={t('figures.title')}
        cards
        columns={[
          { title: t('figures.measure') },
          { title: t('figures.what') },
          { title: t('figures.value'), numeric: true },
          { title: t('figures.weight'), numeric: true },
        ]}
        rows={score.parts.map((part) => ({
          key: part.measure,
          cells: [
            t(`measures.${part.measure}`),
            <div key="what" className={styles.what}>
              <Words of={of} part={part} />
              <Behind of={of} part={part} onFindings={() => look(true)} />
            </div>,
            part.value === null ? t('figures.missingShort') : number(part.value, 1),
            number(part.weight),
          ],
        }))}
      />
      {looking && <Findings of={of} onClose={() => look(false)} />}
    </Section>
  );
}

/** What a measure counts, in a sentence; a number of visits leads to them. */
function Words({ of, part }: { of: Appraisal; part: Part }) {
  const { t } = useTranslation('appraisal');
  const { figures } = of.basis;
  if (part.missing) {
    return (
      <span>
        {t(`figures.missing.${part.missing}`, {
          answers: number(figures.answers),
          least: number(figures.least),
        })}
      </span>
    );
  }
  return (
    <span>
      {t(`figures.${part.measure}`, {
        done: number(part.done),
        of: number(part.of),
        months: number(figures.months.length),
        full: number(figures.months.filter((month) => month.missed.length === 0).length),
        counted: number(figures.counted),
      })}
    </span>
  );
}

/** The way to the rows behind a figure. */
function Behind({ of, part, onFindings }: { of: Appraisal; part: Part; onFindings: () => void }) {
  const { t } = useTranslation('appraisal');
  const may = usePermission();
  const keep = useKeepContext();
  const { figures } = of.basis;
  const span = { from: figures.from, until: figures.until, inspector: of.inspectorId };
  const visits = (measure: string) => keep(`/visits${queryString({ measure, ...span })}`);
  switch (part.measure) {
    case 'FULFILMENT':
      return (
        <span className={styles.buttons}>
          {figures.visits.planned > 0 && (
            <Link to={visits('PLANNED')}>{t('figures.planned', { n: number(figures.visits.planned) })}</Link>
          )}
          {figures.visits.done > 0 && (
            <Link to={visits('DONE')}>{t('figures.done', { n: number(figures.visits.done) })}</Link>
          )}
          {figures.visits.unplanned > 0 && (
            <Link to={visits('UNPLANNED')}>
              {t('figures.unplanned', { n: number(figures.visits.unplanned) })}
            </Link>
          )}
        </span>
      );
    case 'COVERAGE':
    case 'REPORTS':
      return figures.months.length > 0 ? <a href="#months">{t('figures.showMonths')}</a> : null;
    case 'CLOSURE':
      return figures.findings > 0 ? (
        <span>
          {figures.due !== null && figures.findings > figures.due && figures.due > 0 && (
            <>{t('figures.notDue', { n: number(figures.findings - figures.due) })} </>
          )}
          <Button type="link" size="small" className={styles.inline} onClick={onFindings}>
            {t('figures.showFindings')}
          </Button>
        </span>
      ) : null;
    case 'TRAINING':
      return <Link to={keep(`/inspectors/${of.inspectorId}`)}>{t('figures.showTraining')}</Link>;
    case 'FEEDBACK':
      return may('appraisal:write') && figures.answers > 0 ? (
        <Link to={keep(`/school-views${queryString(span)}`)}>{t('figures.showViews')}</Link>
      ) : null;
  }
}
