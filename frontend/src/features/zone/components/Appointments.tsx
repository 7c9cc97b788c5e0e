import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoStrip } from '@/components/evidence/PhotoStrip';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { usePermission } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import type { Appointment, AppointmentState, Inspector } from '../api/inspectors';
import { nextStep, WAY } from './standing';
import { StepForm } from './StepForm';
import { TermPapers } from './TermPapers';
import styles from './zone.module.css';

/** Terms of office, newest first: how far each has come, with the papers of every step. */
export function Appointments({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation('zone');
  const may = usePermission();
  const [asking, ask] = useState<AppointmentState>();
  const next = nextStep(inspector.summary.process);
  const inOffice = inspector.appointments.some((one) => one.state === 'APPOINTED');
  const write = may('inspector:write');
  return (
    <Section
      title={t('terms')}
      actions={
        write && (
          <>
            {next ? (
              <>
                <Button type="primary" onClick={() => ask(next)}>
                  {t(`deeds.${next}`)}
                </Button>
                <Button onClick={() => ask('REFUSED')}>{t('deeds.REFUSED')}</Button>
              </>
            ) : (
              <Button type={inOffice ? 'default' : 'primary'} onClick={() => ask('RECOMMENDED')}>
                {t(inOffice ? 'renew' : 'deeds.RECOMMENDED')}
              </Button>
            )}
            {inspector.summary.standing === 'IN_OFFICE' && (
              <Button danger onClick={() => ask('DISMISSED')}>
                {t('deeds.DISMISSED')}
              </Button>
            )}
          </>
        )
      }
    >
      {inspector.appointments.length === 0 ? (
        <p>{t('noTerm')}</p>
      ) : (
        inspector.appointments.map((one) => <Term key={one.id} term={one} inspector={inspector} />)
      )}
      {asking && <StepForm inspector={inspector} step={asking} onClose={() => ask(undefined)} />}
    </Section>
  );
}

function Term({ term, inspector }: { term: Appointment; inspector: Inspector }) {
  const { t } = useTranslation('zone');
  const steps = inspector.steps.filter((one) => one.appointmentId === term.id);
  const done = WAY.indexOf(term.state as (typeof WAY)[number]);
  const ended = term.state === 'REFUSED' || term.state === 'DISMISSED';
  return (
    <article className={styles.term}>
      <h3>
        {term.startsOn
          ? t('termOf', { n: term.termNo, from: date(term.startsOn), until: date(term.endsOn) })
          : t('underWay')}
        {ended && <Mark tone="quiet">{t(`steps.${term.state}`)}</Mark>}
      </h3>
      <ol className={styles.way}>
        {WAY.map((step, i) => (
          <li key={step} data-done={ended ? undefined : i <= done || undefined}>
            {t(`steps.${step}`)}
          </li>
        ))}
      </ol>
      {term.startsOn && <TermPapers term={term} />}
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <span>{date(step.onDate)}</span>
            <div>
              <b>{t(`steps.${step.kind}`)}</b>
              {step.text && <span>{step.text}</span>}
              <small>{t('recordedBy', { name: step.actorName })}</small>
              {step.evidence.length > 0 && <PhotoStrip ids={step.evidence} label={t('papers')} />}
            </div>
          </li>
        ))}
      </ul>
    </article>
  );
}
