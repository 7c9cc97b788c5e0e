import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Signature } from '@/components/signature/Signature';
import { DueBy } from '@/components/states/DueBy';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date, moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { currentLanguage } from '@/lib/i18n/language';
import { useKeepContext } from '@/lib/url/workContext';
import { recordQuery, replyDaysQuery, useRecordDeed, type PublishedRecord } from '../api/records';
import type { VisitDetail } from '../api/visits';
import { Answered, Matters } from './Matters';
import styles from './zone.module.css';

/** The record as the school reads it, with its answer and its view of the inspector. */
export function RecordPage({ id }: { id: string }) {
  const { t } = useTranslation('zone');
  const keep = useKeepContext();
  const may = usePermission();
  const query = useQuery(recordQuery(id));
  return (
    <QueryView query={query}>
      {(record) => (
        <>
          <PageHeader
            back={{ to: keep('/school-visits'), label: t('common:nav.schoolVisits') }}
            title={t('record.heading', {
              school: record.content.schoolName,
              day: date(record.content.madeOn),
            })}
            state={<Due record={record} />}
            actions={<Print id={id} />}
          />
          <Content record={record} />
          <Reply id={id} record={record} may={may('visitrecord:answer')} />
          {may('visitrecord:answer') && <Opinion id={id} record={record} />}
        </>
      )}
    </QueryView>
  );
}

/** On the visit's own page: sends the record to the school, then what the school said. */
export function RecordOf({ detail, may }: { detail: VisitDetail; may: boolean }) {
  const { t } = useTranslation('zone');
  const { visit } = detail;
  const differing = detail.differing.length;
  const [publishing, publish] = useState(false);
  const query = useQuery({ ...recordQuery(visit.id), enabled: visit.published });
  if (query.data) {
    return (
      <>
        <Section
          title={t('record.title')}
          note={<Due record={query.data} />}
          actions={<Print id={visit.id} />}
        >
          {query.data.content.summary && <p>{query.data.content.summary}</p>}
          <p>
            {t('record.published', { name: query.data.publishedName, at: moment(query.data.publishedAt) })}
          </p>
        </Section>
        <Reply id={visit.id} record={query.data} may={false} />
      </>
    );
  }
  if (query.isLoading) return null;
  return (
    <Section
      title={t('record.title')}
      actions={
        may && (
          <Button type="primary" disabled={differing > 0} onClick={() => publish(true)}>
            {t('record.publish')}
          </Button>
        )
      }
    >
      <p>{differing > 0 ? t('record.differing', { n: number(differing) }) : t('record.publishWhat')}</p>
      {publishing && <Publish detail={detail} onClose={() => publish(false)} />}
    </Section>
  );
}

/** The record on A4. */
function Print({ id }: { id: string }) {
  const { t } = useTranslation('zone');
  return (
    <Button href={`/api/v1/publication/visit-records/${id}`} target="_blank">
      {t('record.print')}
    </Button>
  );
}

function Due({ record }: { record: PublishedRecord }) {
  const { t } = useTranslation('zone');
  if (record.reply !== null) {
    return <>{t('record.replyOf', { name: record.repliedName, at: moment(record.repliedAt) })}</>;
  }
  return (
    <>
      {t('record.due')}
      {record.replyDue && <DueBy on={record.replyDue} />}
    </>
  );
}

function Content({ record }: { record: PublishedRecord }) {
  const { t } = useTranslation('zone');
  const keep = useKeepContext();
  const { content } = record;
  const english = currentLanguage() === 'en';
  const outcome = (id: string) => record.outcomes.find((one) => one.id === id);
  return (
    <>
      <Section title={t('record.title')}>
        <ul className={styles.entries}>
          <li>
            <div>{t('record.who')}</div>
            <strong>{content.inspectors.join('、')}</strong>
          </li>
          <li>
            <div>{t('record.when')}</div>
            <strong>
              {content.startedAt
                ? t('record.whenOf', { from: moment(content.startedAt), until: moment(content.finishedAt) })
                : t('record.whenUnknown')}
            </strong>
          </li>
          {content.feedback.map((words) => (
            <li key={words}>
              <div>
                {t('record.feedback')}
                <small>{words}</small>
              </div>
            </li>
          ))}
          {content.summary && (
            <li>
              <div>
                {t('record.summary')}
                <small>{content.summary}</small>
              </div>
            </li>
          )}
          {content.signedBy.length > 0 && (
            <li>
              <div>{t('record.signed')}</div>
              <div>
                <strong>{content.signedBy.join('、')}</strong>
                {content.signatures.map((one) => (
                  <Signature
                    key={one.mark}
                    path={one.mark}
                    label={t('visits.signatureOf', { name: one.name })}
                  />
                ))}
              </div>
            </li>
          )}
        </ul>
      </Section>
      <Section title={t('record.findings', { n: number(content.findings.length) })}>
        {content.findings.length === 0 && <p>{t('record.noFinding')}</p>}
        <ul className={styles.entries}>
          {content.findings.map((one) => {
            const now = outcome(one.id);
            return (
              <li key={one.id}>
                <div>
                  <Link to={keep(`/rectification/findings/${one.id}`)}>{one.description}</Link>
                  <small>{one.rule}</small>
                </div>
                {now && (
                  <Mark tone={now.closedOn ? 'done' : 'dueSoon'}>{t(`record.states.${now.state}`)}</Mark>
                )}
              </li>
            );
          })}
        </ul>
      </Section>
      <Section title={t('record.looked', { n: number(content.answers.length) })}>
        {content.asked > 0 && <Answered answered={content.answers.length} asked={content.asked} />}
        <Matters
          of={content.answers.map((one) => ({
            item: one.item,
            matter: english ? one.matterEn : one.matterZh,
            name: english ? one.nameEn : one.nameZh,
            says: english ? one.answerEn : one.answerZh,
            note: one.note,
          }))}
        />
      </Section>
    </>
  );
}

function Publish({ detail, onClose }: { detail: VisitDetail; onClose: () => void }) {
  const { t } = useTranslation('zone');
  const { visit } = detail;
  const cautions = [
    detail.photosShort.length > 0 && t('record.photosShort', { n: number(detail.photosShort.length) }),
    detail.receipts.some((one) => one.doubts.length > 0 || one.clockOff !== 0) && t('record.doubtful'),
  ].filter((one) => one !== false);
  const { message } = App.useApp();
  const deed = useRecordDeed(visit.id);
  const days = useQuery(replyDaysQuery);
  const [form] = Form.useForm<{ summary?: string }>();
  return (
    <Modal
      open
      title={t('record.publish')}
      okText={t('record.publish')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>
        {t('record.publishHelp')}
        {days.data !== undefined && t('record.replyWithin', { n: number(days.data) })}
      </p>
      {cautions.map((words) => (
        <Alert key={words} type="warning" showIcon title={words} className={styles.caution} />
      ))}
      <Form
        form={form}
        layout="vertical"
        onFinish={({ summary }) =>
          void deed
            .mutateAsync({ name: 'publish', version: visit.version, body: { summary: summary || undefined } })
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item name="summary" label={t('record.summary')}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Reply({ id, record, may }: { id: string; record: PublishedRecord; may: boolean }) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const deed = useRecordDeed(id);
  const [form] = Form.useForm<{ words: string }>();
  return (
    <Section title={t('record.reply')} note={<Due record={record} />}>
      {record.reply !== null && <p>{record.reply}</p>}
      {record.reply === null && !may && <p>{t('record.notYet')}</p>}
      {record.reply === null && may && (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ words }) =>
            void deed
              .mutateAsync({ name: 'reply', version: record.version, body: { words } })
              .catch((error: unknown) => void message.error(problemMessage(error, t), 8))
          }
        >
          <Form.Item
            name="words"
            label={t('record.replyWords')}
            rules={[
              {
                required: true,
                whitespace: true,
                message: t('record.required', { field: t('record.replyWords') }),
              },
            ]}
          >
            <Input.TextArea rows={4} maxLength={4000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={deed.isPending}>
            {t('record.send')}
          </Button>
        </Form>
      )}
    </Section>
  );
}

const MARKS = ['fair', 'useful', 'clean'] as const;
const SCORES = [1, 2, 3, 4, 5];

function Opinion({ id, record }: { id: string; record: PublishedRecord }) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const deed = useRecordDeed(id);
  if (record.feedbackGiven) {
    return (
      <Section title={t('record.opinion')}>
        <p>{t('record.given')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('record.opinion')} note={t('record.opinionHelp')}>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(body: { fair: number; useful: number; clean: number; words?: string }) =>
          void deed
            .mutateAsync({ name: 'feedback', body })
            .catch((error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        {MARKS.map((mark) => (
          <Form.Item
            key={mark}
            name={mark}
            label={t('record.outOf', { what: t(`record.${mark}`) })}
            rules={[{ required: true, message: t('record.required', { field: t(`record.${mark}`) }) }]}
          >
            <Radio.Group aria-label={t(`record.${mark}`)} options={SCORES} />
          </Form.Item>
        ))}
        <Form.Item name="words" label={t('record.words')}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Button htmlType="submit" loading={deed.isPending}>
          {t('record.give')}
        </Button>
      </Form>
    </Section>
  );
}
