import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { problemMessage } from '@/lib/api/problem';
import { moment } from '@/lib/format/dates';
import { useAppraisalDeed, type Appraisal } from '../api/appraisals';
import styles from './appraisal.module.css';

const STAGES = ['SUBMITTED', 'CONFIRMED', 'ACKNOWLEDGED'] as const;

/** Where it stands: who did what when, and what comes next. */
export function Way({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  const stepOf = (kind: (typeof STAGES)[number]) =>
    kind === 'SUBMITTED' && of.state !== 'SUBMITTED' && of.state !== 'CONFIRMED'
      ? undefined
      : of.steps.findLast((one) => one.kind === kind);
  return (
    <ol className={styles.way} aria-label={t('page.way')}>
      <li data-done={of.officeMark !== null || undefined}>
        {t('page.ways.WRITE')}
        <small>{of.officeMark === null ? t('page.waiting') : t('office.points', { n: of.officeMark })}</small>
      </li>
      {STAGES.map((kind) => {
        const step = stepOf(kind);
        return (
          <li key={kind} data-done={step ? true : undefined}>
            {t(`page.ways.${kind}`)}
            <small>{step ? `${step.actorName} ${moment(step.at)}` : t('page.waiting')}</small>
          </li>
        );
      })}
    </ol>
  );
}

/** Everything that happened, with reasons and remarks. */
export function Steps({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  return (
    <Section title={t('steps.title')}>
      {of.steps.length === 0 && <p>{t('steps.empty')}</p>}
      <ul className={styles.steps}>
        {of.steps.map((step) => (
          <li key={`${step.kind}-${step.at}`}>
            {t(`steps.${step.kind}`)}
            <small>
              {step.actorName} · {moment(step.at)}
            </small>
            {step.note && <div className={styles.text}>{step.note}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The inspector says that they have read it, once. */
export function Receipt({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  const { message } = App.useApp();
  const deed = useAppraisalDeed(of);
  return (
    <Section title={t('receipt.title')}>
      <p className={styles.help}>{t('receipt.help')}</p>
      <Form
        layout="vertical"
        onFinish={({ remark }: { remark?: string }) =>
          deed.mutate(
            { name: 'acknowledge', body: { remark: remark || undefined } },
            {
              onSuccess: () => void message.success(t('receipt.done')),
              onError: (error) => void message.error(problemMessage(error, t), 8),
            },
          )
        }
      >
        <Form.Item name="remark" label={t('receipt.remark')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {t('receipt.read')}
        </Button>
      </Form>
    </Section>
  );
}
