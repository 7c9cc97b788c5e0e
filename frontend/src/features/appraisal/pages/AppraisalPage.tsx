import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { appraisalQuery, type Appraisal } from '../api/appraisals';
import { Receipt, Steps, Way } from '../components/Course';
import { Confirm, GiveBack } from '../components/Decide';
import { Explanation } from '../components/Explanation';
import { Figures } from '../components/Figures';
import { Months } from '../components/Months';
import { OfficeMark } from '../components/OfficeMark';
import { STANDING_TONES } from '../components/tones';
import styles from '../components/appraisal.module.css';

/** One inspector's year: figures, mark, the office's word and the director's. */
export function AppraisalPage() {
  const { year = '', inspector = '' } = useParams();
  const may = usePermission();
  const query = useQuery({ ...appraisalQuery(Number(year), inspector), enabled: may('appraisal:read') });
  if (!may('appraisal:read')) return <NoPermission />;
  return <QueryView query={query}>{(data) => <View key={data.version} of={data} />}</QueryView>;
}

function View({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  const may = usePermission();
  const keep = useKeepContext();
  const [deciding, decide] = useState<'confirm' | 'return'>();
  const standing = of.state ?? 'NONE';
  const waits = of.state === 'SUBMITTED' && may('appraisal:confirm');
  const unread = of.own && !of.steps.some((step) => step.kind === 'ACKNOWLEDGED');
  return (
    <>
      <PageHeader
        back={{ to: keep(`/appraisals?of=${of.year}`), label: t('title') }}
        title={t('page.title', { name: of.inspectorName, year: of.year })}
        tags={<Mark tone={STANDING_TONES[standing]}>{t(`standings.${standing}`)}</Mark>}
        state={<Standing of={of} />}
        actions={
          waits && (
            <>
              <Button onClick={() => decide('return')}>{t('decide.giveBack')}</Button>
              <Button type="primary" onClick={() => decide('confirm')}>
                {t('decide.confirm')}
              </Button>
            </>
          )
        }
      />
      <Way of={of} />
      <div className={styles.columns}>
        <div>
          <Figures of={of} />
          <Months of={of} />
        </div>
        <div>
          {of.state === 'CONFIRMED' && unread && <Receipt of={of} />}
          <OfficeMark of={of} />
          <Explanation of={of} />
          <Steps of={of} />
        </div>
      </div>
      {deciding === 'confirm' && <Confirm of={of} onClose={() => decide(undefined)} />}
      {deciding === 'return' && <GiveBack of={of} onClose={() => decide(undefined)} />}
    </>
  );
}

/** How it stands, in a sentence. */
function Standing({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  const { score } = of.basis;
  const counted = score.counted === null ? t('page.none') : number(score.counted, 1);
  const total = number(score.total, 1);
  switch (of.state) {
    case 'CONFIRMED':
      return <>{t('page.stateConfirmed', { total, grade: of.grade && t(`grades.${of.grade}`) })}</>;
    case 'SUBMITTED':
      return (
        <>
          {t(
            of.submittedTotal === null || of.submittedTotal === score.total
              ? 'page.stateSubmitted'
              : 'page.stateMoved',
            {
              total,
              before: number(of.submittedTotal, 1),
              grade: score.suggested && t(`grades.${score.suggested}`),
            },
          )}
        </>
      );
    case 'RETURNED': {
      const back = of.steps.findLast((step) => step.kind === 'RETURNED');
      return <>{t('page.stateReturned', { reason: back?.note ?? t('page.none') })}</>;
    }
    case 'DRAFT':
      return <>{t('page.stateDraft', { counted })}</>;
    default:
      return <>{t('page.stateNone', { counted })}</>;
  }
}
