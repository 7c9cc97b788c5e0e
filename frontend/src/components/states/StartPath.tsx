import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '@/lib/api/me';
import { isCounty, regionsQuery } from '@/lib/api/regions';
import { schoolCountQuery } from '@/lib/api/schools';
import { schoolYear } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { LinkButton } from '../layout/LinkButton';
import { Section } from '../layout/Section';
import { Mark } from './Mark';
import styles from './StartPath.module.css';

interface Step {
  key: string;
  title: string;
  done: boolean;
  state: string;
  action: ReactNode;
}

/** Whether a region still lacks what a calculation needs; undefined until known. */
export function useNotReady(): boolean | undefined {
  const may = usePermission();
  const { region, year, figureYears } = useWorkContext();
  const schools = useQuery({ ...schoolCountQuery(region), enabled: may('school:read') });
  if (schools.data === undefined) return undefined;
  return schools.data === 0 || !figureYears.includes(year);
}

/** The way from an empty region to a verdict: what is there, what comes next, and the one button that leads on. */
export function StartPath({ compute }: { compute: ReactNode }) {
  const { t } = useTranslation();
  const may = usePermission();
  const keep = useKeepContext();
  const { region, year, figureYears, set } = useWorkContext();
  const wide = !isCounty(region);
  const schools = useQuery(schoolCountQuery(region)).data ?? 0;
  const below = useQuery({ ...regionsQuery({ parent: region }), enabled: wide }).data?.length ?? 0;
  const there = figureYears.includes(year);
  const other = figureYears[0];
  const upload = may('import:run');
  const steps: Step[] = [
    {
      key: 'schools',
      title: t('start.schools'),
      done: schools > 0,
      state: schools > 0 ? t('start.schoolsDone', { total: number(schools) }) : t('start.schoolsTodo'),
      action: upload && (
        <LinkButton type="primary" to={keep('/imports/new?kind=SCHOOLS')}>
          {t('start.schoolsImport')}
        </LinkButton>
      ),
    },
    {
      key: 'figures',
      title: t('start.figures', { year: schoolYear(year) }),
      done: there,
      state: there
        ? t('start.figuresDone')
        : other
          ? t('start.figuresOther', { years: figureYears.slice(0, 3).map(schoolYear).join(t('start.join')) })
          : t('start.figuresTodo'),
      action: (
        <>
          {upload && (
            <LinkButton
              type={other ? 'default' : 'primary'}
              to={keep(`/imports/new?kind=FIGURES&year=${year}`)}
            >
              {t('start.figuresImport')}
            </LinkButton>
          )}
          {other && (
            <Button type="primary" onClick={() => set({ year: other })}>
              {t('start.figuresSwitch', { year: schoolYear(other) })}
            </Button>
          )}
        </>
      ),
    },
    { key: 'run', title: t('start.run'), done: false, state: t('start.runTodo'), action: compute },
  ];
  if (wide)
    steps.unshift({
      key: 'regions',
      title: t('start.regions'),
      done: below > 0,
      state: below > 0 ? t('start.regionsDone', { total: number(below) }) : t('start.regionsTodo'),
      action: may('region:write') && (
        <LinkButton type="primary" to={keep('/regions')}>
          {t('start.regionsAdd')}
        </LinkButton>
      ),
    });
  const next = steps.findIndex((step) => !step.done);
  return (
    <Section title={t('start.title')} note={t(upload ? 'start.note' : 'start.reader')}>
      <ol className={styles.steps}>
        {steps.map((step, i) => (
          <li key={step.key} className={styles.step} aria-current={i === next ? 'step' : undefined}>
            <span className={styles.number} aria-hidden>
              {i + 1}
            </span>
            <div>
              <strong>{step.title}</strong>
              <span className="dd-faint">{step.state}</span>
            </div>
            <div className={styles.action}>
              {step.done ? (
                <Mark plain tone="done">
                  {t('start.done')}
                </Mark>
              ) : (
                i === next && step.action
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
