import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date, moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { itemNamesQuery, useVisitDeed, visitQuery, type ItemAnswer, type VisitDetail } from '../api/visits';
import { Answered, Matters } from '../components/Matters';
import { Receipts } from '../components/Receipts';
import { RecordOf, RecordPage } from '../components/Record';
import styles from '../components/zone.module.css';
import { VISIT_TONES } from './VisitsPage';

/** A visit: what its records say together, where they differ, and what became findings. */
export function VisitPage() {
  const { id = '' } = useParams();
  const may = usePermission();
  const inside = may('visit:read');
  const query = useQuery({ ...visitQuery(id), enabled: inside });
  // the school reads what was published to it, nothing else
  if (!inside) return <RecordPage id={id} />;
  return <QueryView query={query}>{(data) => <View detail={data} />}</QueryView>;
}

function View({ detail }: { detail: VisitDetail }) {
  const { t } = useTranslation('zone');
  const may = usePermission();
  const keep = useKeepContext();
  const [cancelling, cancel] = useState(false);
  const { visit } = detail;
  const day = visit.madeOn ?? visit.plannedOn;
  const people = [
    ...new Set([visit.inspectorName, ...visit.participants.map((one) => one.name)].filter(Boolean)),
  ];
  const findings = detail.records.flatMap((one) => one.findings);
  return (
    <>
      <PageHeader
        back={{ to: keep('/visits'), label: t('visits.title') }}
        title={`${visit.schoolName} ${date(day)}`}
        tags={<Mark tone={VISIT_TONES[visit.state]}>{t(`visits.states.${visit.state}`)}</Mark>}
        state={
          visit.cancelledFor
            ? t('visits.cancelledFor', { reason: visit.cancelledFor })
            : [
                t(`visits.kinds.${visit.kind}`),
                people.length > 0 && t('visits.by', { names: people.join(t('common:listSeparator')) }),
                visit.madeOn && visit.plannedOn && visit.madeOn !== visit.plannedOn
                  ? t('visits.plannedFor', { day: date(visit.plannedOn) })
                  : '',
              ]
                .filter(Boolean)
                .join(' · ')
        }
        actions={
          visit.state === 'PLANNED' &&
          may('visit:cancel') && (
            <Button danger onClick={() => cancel(true)}>
              {t('visits.cancel')}
            </Button>
          )
        }
      />
      {detail.differing.length > 0 && <Differences detail={detail} />}
      {detail.records.length === 0 ? (
        <Section>
          <p>{t('visits.noRecord')}</p>
        </Section>
      ) : (
        <>
          <Answers detail={detail} />
          {findings.length > 0 && (
            <Section title={t('visits.findings', { n: number(findings.length) })}>
              <ul className={styles.entries}>
                {findings.map((one) => (
                  <li key={one.id}>
                    <div>
                      <Link to={keep(`/rectification/findings/${one.id}`)}>{one.description}</Link>
                      <small>{one.rule}</small>
                    </div>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Receipts detail={detail} />
        </>
      )}
      {detail.records.length > 0 && <RecordOf detail={detail} may={may('visitrecord:publish')} />}
      <Moves detail={detail} />
      {cancelling && <Cancel detail={detail} onClose={() => cancel(false)} />}
    </>
  );
}

/** What an answer says in words. */
function useSays(): (answer: ItemAnswer) => string {
  const { t } = useTranslation('zone');
  return (answer) => {
    if (answer.notApplicable) return t('visits.notApplicable');
    if (answer.choice === 'YES' || answer.choice === 'NO') return t(`visits.${answer.choice}`);
    if (answer.choice) return answer.choice;
    if (answer.number !== null && answer.number !== undefined) return number(answer.number);
    if (answer.marks) {
      return answer.marks.length === 0
        ? t('visits.noMark')
        : answer.marks.map((one) => one.reason ?? one.rule).join(t('common:listSeparator'));
    }
    return answer.text ?? t(answer.evidence.length > 0 ? 'visits.photoOnly' : 'visits.unanswered');
  };
}

/** Names of the items, whichever version of the checklist the first record was made with. */
function useItems(detail: VisitDetail) {
  return useQuery({
    ...itemNamesQuery(detail.receipts[0]?.systemId ?? ''),
    enabled: detail.receipts.length > 0,
  }).data;
}

function useItemName(detail: VisitDetail): (item: string) => string {
  const named = useNamed();
  const data = useItems(detail);
  return (item) => {
    const found = data?.get(item);
    return found ? named(found) : item;
  };
}

/** Which pictures an item lacks, in words. */
function useLacks(detail: VisitDetail): (item: string) => string | undefined {
  const { t } = useTranslation('zone');
  return (item) => {
    const short = detail.photosShort.find((one) => one.item === item);
    if (!short) return undefined;
    const { asked, taken, arrived } = short;
    return [
      taken < asked &&
        t(taken === 0 ? 'visits.photosNone' : 'visits.photosFew', {
          asked: number(asked),
          taken: number(taken),
        }),
      arrived < taken && t('visits.photosToCome', { n: number(taken - arrived) }),
    ]
      .filter(Boolean)
      .join(t('common:listSeparator'));
  };
}

function Answers({ detail }: { detail: VisitDetail }) {
  const { t } = useTranslation('zone');
  const named = useNamed();
  const items = useItems(detail);
  const nameOf = useItemName(detail);
  const says = useSays();
  const answered = new Set([...detail.agreed, ...detail.differing].map((one) => one.item));
  const open = [...(items?.keys() ?? [])].filter((item) => !answered.has(item)).length;
  const order = [...(items?.keys() ?? [])];
  const lacks = useLacks(detail);
  const seen = [...detail.agreed].sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item));
  return (
    <Section title={t('visits.answers', { n: number(detail.agreed.length) })}>
      {items && <Answered answered={answered.size} asked={answered.size + open} />}
      <Matters
        of={seen.map((one) => {
          const item = items?.get(one.item);
          return {
            item: one.item,
            matter: item ? named(item.matter) : null,
            name: nameOf(one.item),
            says: says(one),
            note: one.note,
            evidence: one.evidence,
            lacks: lacks(one.item),
          };
        })}
      />
    </Section>
  );
}

/** Items two inspectors answered differently: a person chooses. */
function Differences({ detail }: { detail: VisitDetail }) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const may = usePermission();
  const nameOf = useItemName(detail);
  const says = useSays();
  const deed = useVisitDeed(detail.visit);
  return (
    <Section
      title={t('visits.differences', { n: number(detail.differing.length) })}
      note={t('visits.choose')}
    >
      <ul className={styles.entries}>
        {detail.differing.map(({ item, answers }) => (
          <li key={item}>
            <div>
              <span className="dd-num">{item}</span> {nameOf(item)}
            </div>
            <div className={styles.choices}>
              {answers.map((one) => (
                <Button
                  key={one.recordId}
                  disabled={!may('visit:make')}
                  loading={deed.isPending}
                  onClick={() =>
                    deed.mutate(
                      { name: 'choose', body: { item, recordId: one.recordId } },
                      { onError: (error) => void message.error(problemMessage(error, t), 8) },
                    )
                  }
                >
                  {t('visits.answerOf', { name: one.authorName, answer: says(one.answer) })}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** When the plan was moved to another day, and why. */
function Moves({ detail }: { detail: VisitDetail }) {
  const { t } = useTranslation('zone');
  if (detail.moves.length === 0) return null;
  return (
    <Section title={t('visits.moves')}>
      <ul className={styles.entries}>
        {detail.moves.map((one) => (
          <li key={one.at}>
            <div>
              {t('visits.moveOf', { from: date(one.fromDay), to: date(one.toDay) })}
              {one.dayOff && ` ${t('visits.onDayOff')}`}
              <small>{one.reason}</small>
            </div>
            <small>
              {one.actorName} {moment(one.at)}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Cancel({ detail, onClose }: { detail: VisitDetail; onClose: () => void }) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const deed = useVisitDeed(detail.visit);
  return (
    <Modal
      open
      title={t('visits.cancel')}
      okText={t('visits.cancel')}
      okButtonProps={{ danger: true }}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) =>
          void deed
            .mutateAsync({ name: 'cancel', body })
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item
          name="reason"
          label={t('visits.reason')}
          rules={[{ required: true, message: t('required', { field: t('visits.reason') }) }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
