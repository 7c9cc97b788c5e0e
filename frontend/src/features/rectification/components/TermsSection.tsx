import { App, Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { number } from '@/lib/format/numbers';
import { useChangeTerms, type LadderStep, type TimeLimit } from '../api/records';

type Sourced = Pick<TimeLimit, 'source' | 'sourceEn' | 'verified'>;

interface Fields {
  ladder: Record<string, number>;
  limits: Record<string, number>;
  reason: string;
}

interface Props {
  steps: LadderStep[];
  limits: TimeLimit[];
  /** of what was read, to be sent with what is set */
  etag: string | null;
}

/** The days of the ladder and the office's own terms; the director changes them, with the reason. */
export function TermsSection({ steps, limits, etag }: Props) {
  const { t, i18n } = useTranslation('rectification');
  const may = usePermission();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const change = useChangeTerms(etag);
  const english = i18n.language === 'en';
  const edits = may('calendar:write');
  const named = (one: { nameZh: string; nameEn: string }) => (english ? one.nameEn : one.nameZh);
  const sourceOf = (one: Sourced) => (english ? (one.sourceEn ?? one.source) : one.source);
  const source = (one: Sourced) =>
    one.verified ? sourceOf(one) : t('terms.unverified', { source: sourceOf(one) });
  const days = (name: [keyof Fields, string], label: string, value: number, min: number) =>
    edits ? (
      <Form.Item name={name} noStyle>
        <InputNumber aria-label={label} min={min} max={365} precision={0} size="small" />
      </Form.Item>
    ) : (
      number(value)
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        ladder: Object.fromEntries(steps.map((one) => [one.code, one.afterDays])),
        limits: Object.fromEntries(limits.map((one) => [one.code, one.days])),
      }}
      onFinish={(fields) =>
        change.mutate(fields, {
          onSuccess: () => {
            form.resetFields(['reason']);
            void message.success(t('terms.saved'));
          },
          onError: (error) => void message.error(problemMessage(error, t), 8),
        })
      }
    >
      <Section title={t('terms.ladder')} note={t('terms.ladderNote')}>
        <PlainTable
          cards
          label={t('terms.ladder')}
          columns={[
            { title: t('terms.step') },
            { title: t('terms.days'), numeric: true },
            { title: t('terms.who') },
            { title: t('terms.source') },
          ]}
          rows={steps.map((one) => ({
            key: one.code,
            cells: [
              named(one),
              days(['ladder', one.code], named(one), one.afterDays, -60),
              one.automatic
                ? t('terms.automatic')
                : one.takenBy
                    .map((role) => t(`common:role.${role as 'director'}`))
                    .join(t('common:listSeparator')),
              source(one),
            ],
          }))}
        />
      </Section>
      <Section title={t('terms.limits')}>
        <PlainTable
          cards
          label={t('terms.limits')}
          columns={[
            { title: t('terms.name') },
            { title: t('terms.days'), numeric: true },
            { title: t('terms.source') },
          ]}
          rows={limits.map((one) => ({
            key: one.code,
            cells: [named(one), days(['limits', one.code], named(one), one.days, 1), source(one)],
          }))}
        />
      </Section>
      {edits ? (
        <Section>
          <Form.Item
            name="reason"
            label={t('terms.reason')}
            extra={t('terms.reasonHelp')}
            rules={[{ required: true, message: t('required', { field: t('terms.reason') }) }]}
          >
            <Input maxLength={200} style={{ maxWidth: 480 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('terms.save')}
          </Button>
        </Section>
      ) : (
        <p>{t('terms.onlyDirector')}</p>
      )}
    </Form>
  );
}
