import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PhotoStrip } from '@/components/evidence/PhotoStrip';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { DueBy } from '@/components/states/DueBy';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { usePermission } from '@/lib/api/me';
import { date, moment } from '@/lib/format/dates';
import { MISSING } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { complaintQuery, type Complaint, type ComplaintStep } from '../api/complaints';
import styles from '../components/complaints.module.css';
import { FindingForm } from '../components/FindingForm';
import { SenderFacts } from '../components/SenderFacts';
import { StepForm } from '../components/StepForm';
import { TONES } from '../components/tones';
import { Way } from '../components/Way';

/** One complaint: where it stands, what was done, what is next and by when. */
export function ComplaintPage() {
  const { id = '' } = useParams();
  const query = useQuery(complaintQuery(id));
  return <QueryView query={query}>{(data) => <View detail={data} />}</QueryView>;
}

function View({ detail }: { detail: Complaint }) {
  const { t } = useTranslation('complaints');
  const named = useNamed();
  const may = usePermission();
  const keep = useKeepContext();
  const [asking, ask] = useState<ComplaintStep>();
  const [raising, raise] = useState(false);
  const { row, complaint } = detail;
  const raisable = complaint.state !== 'RECEIVED' && complaint.state !== 'REJECTED';
  return (
    <>
      <PageHeader
        back={{ to: keep('/complaints'), label: t('title') }}
        title={t('about', { school: row.schoolName })}
        tags={<Mark tone={TONES[row.state]}>{t(`states.${row.state}`)}</Mark>}
        state={
          row.dueOn ? (
            <>
              {t('stateDue')}
              <DueBy on={row.dueOn} />
            </>
          ) : (
            t('stateClosed', { day: date(row.closedOn) })
          )
        }
        actions={
          may('complaint:work') && (
            <>
              {raisable && <Button onClick={() => raise(true)}>{t('raise')}</Button>}
              {detail.next.map((step, i) => (
                <Button
                  key={step}
                  type={i === 0 ? 'primary' : 'default'}
                  danger={step === 'REJECT'}
                  onClick={() => ask(step)}
                >
                  {t(`steps.${step}`)}
                </Button>
              ))}
            </>
          )
        }
      />
      <Way complaint={complaint} />
      <div className={styles.columns}>
        <div>
          <Section title={t('text')}>
            <p className={styles.text}>{complaint.body}</p>
            {detail.pictures.length > 0 && <PhotoStrip ids={detail.pictures} label={t('pictures')} />}
          </Section>
          <Section title={t('done')}>
            <ul className={styles.steps}>
              {detail.steps.map((step) => (
                <li key={step.at}>
                  <span>{moment(step.at)}</span>
                  <div>
                    <b>{t(`taken.${step.kind}`)}</b>
                    {step.note && <p className={styles.text}>{step.note}</p>}
                    {step.actorName && <small>{t('by', { name: step.actorName })}</small>}
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <div>
          <Section title={t('facts')}>
            <SummaryList
              items={[
                {
                  key: 'school',
                  label: t('school'),
                  value: <Link to={keep(`/schools/${row.schoolId}`)}>{row.schoolName}</Link>,
                },
                {
                  key: 'matter',
                  label: t('matter'),
                  value: named({ nameZh: row.matterName, nameEn: row.matterNameEn }),
                },
                { key: 'inspector', label: t('inspector'), value: row.inspectorName ?? MISSING },
                { key: 'received', label: t('receivedOn'), value: date(complaint.receivedOn) },
                { key: 'verify', label: t('verifyBy'), value: date(complaint.verifyBy) },
                { key: 'answer', label: t('answerBy'), value: date(complaint.answerBy) },
                { key: 'passed', label: t('passedTo'), value: complaint.passedTo ?? MISSING },
              ]}
            />
          </Section>
          <SenderFacts detail={detail} />
          {detail.findings.length > 0 && (
            <Section title={t('findings')}>
              <ul className={styles.plain}>
                {detail.findings.map((id, i) => (
                  <li key={id}>
                    <Link to={keep(`/rectification/findings/${id}`)}>{t('finding', { n: i + 1 })}</Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
      {asking && <StepForm detail={detail} step={asking} onClose={() => ask(undefined)} />}
      {raising && <FindingForm detail={detail} onClose={() => raise(false)} />}
    </>
  );
}
