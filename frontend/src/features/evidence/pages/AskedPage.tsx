import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileStrip } from '@/components/evidence/PhotoStrip';
import { Uploader, type Sent } from '@/components/evidence/Uploader';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { Empty, NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { askedQuery, useAnswer, type AskedOfUs } from '../api/evidence';

/** What the reader's unit has been asked for; answered in place. */
export function AskedPage() {
  const { t } = useTranslation('evidence');
  const may = usePermission();
  const allowed = may('archive:answer');
  const query = useQuery({ ...askedQuery, enabled: allowed });
  if (!allowed) return <NoPermission />;
  const waiting = query.data?.filter((one) => one.ask.open && !one.ask.answeredAt).length ?? 0;
  return (
    <>
      <PageHeader
        title={t('asked')}
        state={query.data && (waiting > 0 ? t('askedState', { n: number(waiting) }) : t('askedNothing'))}
      />
      <QueryView query={query}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t('askedNothing')}>{t('askedHint')}</Empty>
          ) : (
            all.map((one) => <One key={one.ask.id} one={one} />)
          )
        }
      </QueryView>
    </>
  );
}

function One({ one }: { one: AskedOfUs }) {
  const { t, i18n } = useTranslation('evidence');
  const { message } = App.useApp();
  const [sent, setSent] = useState<Sent>({ ids: [], pending: 0 });
  const [round, setRound] = useState(0);
  const answer = useAnswer(one.ask.id);
  const english = i18n.language === 'en';
  const { ask } = one;
  return (
    <Section
      title={english ? one.itemEn : one.itemZh}
      note={t('askedFor', {
        archive: `${one.year} ${english ? one.catalogueEn : one.catalogueZh}`,
        name: ask.askerName,
        date: date(ask.askedAt),
      })}
      actions={<AskMark one={one} />}
    >
      {ask.note && <p>{ask.note}</p>}
      <FileStrip files={one.sent} label={t('sentSoFar')} />
      {ask.open && (
        <>
          <Uploader key={round} onChange={setSent} />
          <Button
            type="primary"
            size="large"
            loading={answer.isPending}
            disabled={sent.ids.length === 0 || sent.pending > 0}
            onClick={() =>
              answer.mutate(sent.ids, {
                onSuccess: () => {
                  setRound((n) => n + 1);
                  void message.success(t('handedIn'));
                },
                onError: (error) => void message.error(problemMessage(error, t), 8),
              })
            }
          >
            {t('handIn')}
          </Button>
        </>
      )}
    </Section>
  );
}

function AskMark({ one: { ask } }: { one: AskedOfUs }) {
  const { t } = useTranslation('evidence');
  if (ask.ended) return <Mark tone="done">{t(`ends.${ask.ended}`)}</Mark>;
  if (ask.answeredAt) return <Mark tone="accent">{t('answered', { date: date(ask.answeredAt) })}</Mark>;
  if (ask.overdue) return <Mark tone="failing">{t('askOverdue', { date: date(ask.dueOn) })}</Mark>;
  return <Mark tone="dueSoon">{ask.dueOn ? t('askDue', { date: date(ask.dueOn) }) : t('askOpen')}</Mark>;
}
