import { App, Button, Checkbox, Form, Input, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { problemMessage } from '@/lib/api/problem';
import type { Asked } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import type { FindingRow } from '../api/findings';
import styles from './rectification.module.css';

type Kind = 'WORKING' | 'CALENDAR';

interface Demand {
  requirement: string;
  days: number;
  kind: Kind;
}

interface Fields {
  title: string;
  copies?: string;
  demands: Record<string, Demand>;
}

interface Props {
  /** Findings of one unit that the notice may take in. */
  findings: FindingRow[];
  /** Ids ticked at first; without it every one is. */
  picked?: string[];
  title: string;
  copies?: string | null;
  onSave: (request: Asked<'draftNotice'>) => Promise<unknown>;
}

const DAYS = 15;

/** Title, copies, and for every ticked finding what is demanded within how long. */
export function DemandsForm({ findings, picked, title, copies, onSave }: Props) {
  const { t } = useTranslation('rectification');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState(
    () => new Set(findings.map((f) => f.id).filter((id) => picked?.includes(id) ?? true)),
  );
  const finish = (fields: Fields) => {
    setBusy(true);
    onSave({
      title: fields.title,
      copies: fields.copies,
      demands: [...chosen].map((findingId) => ({ findingId, ...(fields.demands[findingId] as Demand) })),
    })
      .catch((error: unknown) => message.error(problemMessage(error, t), 8))
      .finally(() => setBusy(false));
  };
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  const demands = Object.fromEntries(
    findings.map((f) => [
      f.id,
      {
        requirement: f.requirement ?? t('draftForm.defaultRequirement'),
        days: f.termDays ?? DAYS,
        kind: f.termKind ?? 'WORKING',
      },
    ]),
  );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ title, copies: copies ?? undefined, demands }}
      onFinish={finish}
    >
      <Section
        title={t('draftForm.chosen', { n: number(chosen.size) })}
        actions={
          <Button type="primary" htmlType="submit" disabled={chosen.size === 0} loading={busy}>
            {t('draftForm.save')}
          </Button>
        }
      >
        <Form.Item
          name="title"
          label={t('draftForm.name')}
          rules={[{ required: true, message: t('required', { field: t('draftForm.name') }) }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="copies" label={t('draftForm.copies')} extra={t('draftForm.copiesHelp')}>
          <Input maxLength={200} />
        </Form.Item>
        {findings.map((f) => (
          <div key={f.id} className={styles.demand}>
            <Checkbox
              checked={chosen.has(f.id)}
              onChange={(event) => toggle(f.id, event.target.checked)}
              aria-label={t('draftForm.pick', { text: f.description })}
            >
              {f.description}
            </Checkbox>
            <div>
              <small>
                {f.rule} · {t(`severities.${f.severity}`)} · {date(f.foundOn)}
              </small>
            </div>
            {chosen.has(f.id) && <Term id={f.id} />}
          </div>
        ))}
      </Section>
    </Form>
  );
}

function Term({ id }: { id: string }) {
  const { t } = useTranslation('rectification');
  return (
    <div className={styles.term}>
      <Form.Item
        name={['demands', id, 'requirement']}
        label={t('draftForm.requirement')}
        extra={t('draftForm.requirementHelp')}
        rules={[{ required: true, message: t('required', { field: t('draftForm.requirement') }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item label={t('draftForm.days')}>
        <Space.Compact>
          <Form.Item name={['demands', id, 'days']} noStyle rules={[{ required: true }]}>
            <InputNumber min={1} max={365} precision={0} aria-label={t('draftForm.days')} />
          </Form.Item>
          <Form.Item name={['demands', id, 'kind']} noStyle>
            <Select
              aria-label={t('draftForm.days')}
              style={{ width: 140 }}
              options={(['WORKING', 'CALENDAR'] as const).map((value) => ({
                value,
                label: t(`draftForm.kinds.${value}`),
              }))}
            />
          </Form.Item>
        </Space.Compact>
      </Form.Item>
    </div>
  );
}
