import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DocumentsOf } from '@/components/documents/DocumentsOf';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { date, moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { noticeQuery, type Notice, type NoticeWithFindings } from '../api/notices';
import { GivenBack } from '../components/GivenBack';
import { NoticeDeeds } from '../components/NoticeDeeds';
import styles from '../components/rectification.module.css';
import { Standing } from '../components/Standing';
import { NOTICE_TONES } from './NoticesPage';

/** A notice as the unit reads it, where it stands, and what may be done. */
export function NoticePage() {
  const { id = '' } = useParams();
  const query = useQuery(noticeQuery(id));
  return <QueryView query={query}>{(data) => <View data={data} />}</QueryView>;
}

function View({ data: { notice, findings } }: { data: NoticeWithFindings }) {
  const { t } = useTranslation('rectification');
  const keep = useKeepContext();
  const closed = findings.filter((f) => f.state === 'CLOSED').length;
  return (
    <>
      <PageHeader
        back={{ to: keep('/rectification/notices'), label: t('noticeList.title') }}
        title={notice.title}
        tags={<Mark tone={NOTICE_TONES[notice.state]}>{t(`noticeStates.${notice.state}`)}</Mark>}
        state={
          notice.withdrawnFor
            ? t('noticePage.withdrawnFor', { reason: notice.withdrawnFor })
            : (notice.number ?? t('noticeList.noNumber'))
        }
        actions={<NoticeDeeds notice={notice} />}
      />
      <Strip notice={notice} closed={closed} total={findings.length} />
      <GivenBack notice={notice} />
      {notice.number && <DocumentsOf subject={notice.id} />}
      <Section title={t('noticePage.matters', { n: number(findings.length) })}>
        <SummaryList
          items={[
            { key: 'to', label: t('noticePage.recipient'), value: notice.unitName },
            ...(notice.copies ? [{ key: 'copies', label: t('draftForm.copies'), value: notice.copies }] : []),
          ]}
        />
        <ol className={styles.matters}>
          {findings.map((f) => (
            <li key={f.id}>
              <Link to={keep(`/rectification/findings/${f.id}`)}>{f.description}</Link>
              <Standing finding={f} />
              <dl>
                <dt>{t('rule')}</dt>
                <dd>{f.rule}</dd>
                <dt>{t('requirement')}</dt>
                <dd>{f.requirement}</dd>
                <dt>{t('deadline')}</dt>
                <dd>
                  {f.termDays !== null &&
                    f.termKind !== null &&
                    t('noticePage.term', {
                      days: number(f.termDays),
                      kind: t(`draftForm.kinds.${f.termKind}`),
                    })}
                  {f.deadline && t('noticePage.until', { date: date(f.deadline) })}
                </dd>
              </dl>
            </li>
          ))}
        </ol>
      </Section>
      {notice.receiptName && (
        <Section title={t('noticePage.receipt')}>
          <p>
            {t(notice.receiptMark ? 'noticePage.receiptBy' : 'noticePage.receiptByPaper', {
              name: notice.receiptName,
              date: moment(notice.servedAt),
            })}
          </p>
          {notice.receiptMark && <Drawn path={notice.receiptMark} />}
        </Section>
      )}
    </>
  );
}

/** The signature as it was drawn, whatever the size of the box was. */
function Drawn({ path }: { path: string }) {
  const { t } = useTranslation('rectification');
  const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  if (xs.length === 0 || ys.length === 0) return null;
  const [left, top] = [Math.min(...xs) - 4, Math.min(...ys) - 4];
  const box = [left, top, Math.max(...xs) - left + 4, Math.max(...ys) - top + 4].join(' ');
  return (
    <svg className={styles.mark} viewBox={box} role="img" aria-label={t('noticePage.receipt')}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  );
}

function Strip({ notice, closed, total }: { notice: Notice; closed: number; total: number }) {
  const { t } = useTranslation('rectification');
  const steps = [
    { key: 'drafted', done: true, text: notice.drafterName },
    {
      key: 'approved',
      done: notice.approvedAt !== null,
      text: notice.approverName && `${notice.approverName} · ${date(notice.issuedOn)}`,
    },
    {
      key: 'served',
      done: notice.servedAt !== null,
      text: notice.receiptName && `${notice.receiptName} · ${date(notice.servedOn)}`,
    },
    {
      key: 'closed',
      done: total > 0 && closed === total,
      text: t('noticePage.progress', { closed: number(closed), total: number(total) }),
    },
  ];
  const now = notice.state === 'WITHDRAWN' ? -1 : steps.findIndex((step) => !step.done);
  return (
    <ol className={styles.strip}>
      {steps.map((step, i) => (
        <li key={step.key} data-done={step.done || undefined} aria-current={i === now ? 'step' : undefined}>
          {t(`noticePage.steps.${step.key}`)}
          <small>{step.text}</small>
        </li>
      ))}
    </ol>
  );
}
