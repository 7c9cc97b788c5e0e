import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DocumentsOf } from '@/components/documents/DocumentsOf';
import { PhotoStrip } from '@/components/evidence/PhotoStrip';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { useMe, usePermission } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { findingQuery, type Detail } from '../api/findings';
import { noticeQuery } from '../api/notices';
import { CorrectModal } from '../components/CorrectModal';
import { History } from '../components/History';
import { Ladder } from '../components/Ladder';
import styles from '../components/rectification.module.css';
import { Standing, TimeLeft } from '../components/Standing';
import { StepModal } from '../components/StepModal';
import { OFFERS, offered, type StepName } from '../components/steps';

/** One finding: where it stands, what may be done now, and everything that happened. */
export function FindingPage() {
  const { id = '' } = useParams();
  const query = useQuery(findingQuery(id));
  return <QueryView query={query}>{(detail) => <View detail={detail} />}</QueryView>;
}

/** The notice by its number, or by its title while it has none. */
function NoticeLink({ id }: { id: string }) {
  const { t } = useTranslation('rectification');
  const keep = useKeepContext();
  const { data } = useQuery(noticeQuery(id));
  return (
    <Link to={keep(`/rectification/notices/${id}`)}>
      {data ? (data.notice.number ?? data.notice.title) : t('notices')}
    </Link>
  );
}

function View({ detail }: { detail: Detail }) {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const me = useMe();
  const keep = useKeepContext();
  const [step, setStep] = useState<StepName>();
  const { finding } = detail;
  const [mending, setMending] = useState(false);
  const steps = detail.handled ? offered(finding, may, me.scope.schoolId) : [];
  const mendable =
    finding.state === 'RAISED' &&
    may('finding:raise') &&
    (may('notice:draft') || detail.closeBarred === 'FINDER');
  return (
    <>
      <PageHeader
        back={{ to: keep('/rectification'), label: t('title') }}
        title={finding.unitName}
        tags={<Standing finding={finding} />}
        state={
          <>
            {finding.deadline && `${t('deadline')} ${date(finding.deadline)} `}
            <TimeLeft finding={finding} />
          </>
        }
        actions={
          <div className={styles.actions}>
            {steps.map((name, i) => (
              <Button
                key={name}
                disabled={name === 'close' && detail.closeBarred !== null}
                type={i === 0 && name !== 'extend' && name !== 'void' ? 'primary' : 'default'}
                danger={OFFERS[name].danger}
                onClick={() => setStep(name)}
              >
                {t(name === 'reply' && may('finding:extend') ? 'actions.replyOnPaper' : `actions.${name}`)}
              </Button>
            ))}
            {mendable && <Button onClick={() => setMending(true)}>{t('actions.correct')}</Button>}
            {steps.includes('close') && detail.closeBarred && (
              <small>{t(`closeBarred.${detail.closeBarred}`)}</small>
            )}
          </div>
        }
      />
      <div className={styles.columns}>
        <div>
          <Section title={t('description')}>
            <p>{finding.description}</p>
            {finding.evidence.length > 0 && (
              <PhotoStrip ids={finding.evidence} label={t('fields.evidence')} />
            )}
            {detail.repeats.length > 0 && (
              <p>
                <Mark tone="dueSoon">{t('repeated', { n: number(detail.repeats.length + 1) })}</Mark>{' '}
                {t('repeatedSince', { n: number(detail.repeats.length) })}
                {detail.repeats.map((one) => (
                  <Link key={one.id} to={keep(`/rectification/findings/${one.id}`)}>
                    {' '}
                    {date(one.foundOn)}
                  </Link>
                ))}
              </p>
            )}
            <SummaryList
              items={[
                { key: 'rule', label: t('rule'), value: finding.rule },
                { key: 'severity', label: t('severity'), value: t(`severities.${finding.severity}`) },
                ...(finding.departments.length > 0
                  ? [
                      {
                        key: 'departments',
                        label: t('raiseForm.departments'),
                        value: finding.departments.join(t('common:listSeparator')),
                      },
                    ]
                  : []),
                { key: 'origin', label: t('origin'), value: t(`origins.${finding.origin}`) },
                { key: 'found', label: t('foundOn'), value: date(finding.foundOn) },
                { key: 'finder', label: t('finder'), value: finding.finderName },
                { key: 'requirement', label: t('requirement'), value: finding.requirement ?? MISSING },
                {
                  key: 'notice',
                  label: t('notice'),
                  value: finding.noticeId ? <NoticeLink id={finding.noticeId} /> : MISSING,
                },
              ]}
            />
          </Section>
          <Section title={t('ladder')}>
            <Ladder detail={detail} />
            <DocumentsOf subject={finding.id} />
          </Section>
        </div>
        <Section title={t('history')}>
          <History events={detail.events} />
        </Section>
      </div>
      {mending && <CorrectModal finding={finding} onClose={() => setMending(false)} />}
      {step && <StepModal finding={finding} step={step} onClose={() => setStep(undefined)} />}
    </>
  );
}
