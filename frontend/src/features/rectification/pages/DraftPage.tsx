import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Empty, NoPermission } from '@/components/states/States';
import { QueryView } from '@/components/states/QueryView';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { findingsQuery, unitChoicesQuery, type FindingRow } from '../api/findings';
import { useDraftNotice } from '../api/notices';
import styles from '../components/rectification.module.css';

type Kind = 'WORKING' | 'CALENDAR';

interface Demand {
  requirement: string;
  days: number;
  kind: Kind;
}

interface Fields {
  title: string;
  demands: Record<string, Demand>;
}

const DAYS = 15;

/** Chooses the findings of one school and says what is demanded for each. */
export function DraftPage() {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const keep = useKeepContext();
  const { region } = useWorkContext();
  const [school, choose] = useUrlState('school', { replace: true });
  const [typed, setTyped] = useState('');
  const schools = useQuery(unitChoicesQuery(region, typed));
  const findings = useQuery({
    ...findingsQuery({ school, state: 'RAISED', size: 50 }),
    enabled: school !== undefined,
  });
  const options = (schools.data ?? []).map((one) => ({ value: one.id, label: one.name }));
  const unit = findings.data?.items[0]?.unitName;
  if (school && unit && !options.some((one) => one.value === school)) {
    options.unshift({ value: school, label: unit });
  }
  if (!may('notice:draft')) return <NoPermission />;
  return (
    <>
      <PageHeader
        back={{ to: keep('/rectification/notices'), label: t('noticeList.title') }}
        title={t('draftForm.title')}
        state={t('draftForm.state')}
      />
      <Section title={t('draftForm.school')}>
        <Select
          aria-label={t('draftForm.school')}
          style={{ width: '100%', maxWidth: 480 }}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          placeholder={t('raiseForm.schoolHelp')}
          value={school}
          onChange={choose}
          options={options}
        />
      </Section>
      {school && (
        <QueryView query={findings}>
          {(page) =>
            page.items.length === 0 ? (
              <Empty title={t('draftForm.none')} />
            ) : (
              <Demands key={school} findings={page.items} />
            )
          }
        </QueryView>
      )}
    </>
  );
}

function Demands({ findings }: { findings: FindingRow[] }) {
  const { t } = useTranslation('rectification');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const keep = useKeepContext();
  const [form] = Form.useForm<Fields>();
  const [chosen, setChosen] = useState(() => new Set(findings.map((f) => f.id)));
  const draft = useDraftNotice();
  const finish = ({ title, demands }: Fields) =>
    draft.mutate(
      { title, demands: [...chosen].map((findingId) => ({ findingId, ...(demands[findingId] as Demand) })) },
      {
        onSuccess: (made) => void navigate(keep(`/rectification/notices/${made.notice.id}`)),
        onError: (error) => void message.error(problemMessage(error, t), 8),
      },
    );
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
      { requirement: t('draftForm.defaultRequirement'), days: DAYS, kind: 'WORKING' as const },
    ]),
  );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ title: t('draftForm.defaultName', { unit: findings[0]?.unitName }), demands }}
      onFinish={finish}
    >
      <Section
        title={t('draftForm.chosen', { n: number(chosen.size) })}
        actions={
          <Button type="primary" htmlType="submit" disabled={chosen.size === 0} loading={draft.isPending}>
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
