import { useQuery } from '@tanstack/react-query';
import { App, DatePicker, Form, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { schoolChoicesQuery } from '@/lib/api/schools';
import { useNamed } from '@/lib/i18n/useNamed';
import { useWorkContext } from '@/lib/url/workContext';
import { inspectorsQuery } from '../api/inspectors';
import { checklistsQuery, usePlanVisit, type Visit } from '../api/visits';

interface Fields {
  schoolId: string;
  kind: Visit['kind'];
  on: Dayjs;
  systemId?: string;
  /** Ids of inspectors, and departments by name. */
  along?: string[];
}

export const VISIT_KINDS = ['ROUTINE', 'SPECIAL', 'COMPREHENSIVE', 'JOINT'] as const;

/** A visit to a school on a day. Its id is made here, so that pressing twice is one visit. */
export function PlanForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('zone');
  const named = useNamed();
  const { message } = App.useApp();
  const { region } = useWorkContext();
  const today = useToday();
  const [id] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('');
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form);
  const schools = useQuery(schoolChoicesQuery(region, typed));
  const checklists = useQuery(checklistsQuery);
  const people = useQuery({ ...inspectorsQuery({ size: 200 }), enabled: kind === 'JOINT' });
  const names = new Map((people.data?.items ?? []).map((one) => [one.id, one.name]));
  const plan = usePlanVisit();
  const needed = (field: string) => [{ required: true, message: t('required', { field: t(field) }) }];
  return (
    <Modal
      open
      title={t('visits.plan')}
      okText={t('save')}
      confirmLoading={plan.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'ROUTINE', on: dayjs(today).add(1, 'day') }}
        onFinish={({ on, along, ...fields }: Fields) =>
          void plan
            .mutateAsync({
              ...fields,
              id,
              on: on.format('YYYY-MM-DD'),
              participants:
                fields.kind === 'JOINT'
                  ? along?.map((one) =>
                      names.has(one) ? { inspectorId: one, name: names.get(one) ?? one } : { name: one },
                    )
                  : undefined,
            })
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item name="schoolId" label={t('school')} rules={needed('school')}>
          <Select
            showSearch={{ filterOption: false, onSearch: setTyped }}
            options={(schools.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form.Item>
        <Form.Item name="kind" label={t('visits.kind')}>
          <Select options={VISIT_KINDS.map((value) => ({ value, label: t(`visits.kinds.${value}`) }))} />
        </Form.Item>
        {kind === 'JOINT' && (
          <Form.Item
            name="along"
            label={t('visits.along')}
            extra={t('visits.alongHint')}
            rules={needed('visits.along')}
          >
            <Select
              mode="tags"
              tokenSeparators={['、', '，', ',']}
              options={(people.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
              optionFilterProp="label"
            />
          </Form.Item>
        )}
        <Form.Item name="systemId" label={t('visits.checklist')}>
          <Select
            allowClear
            placeholder={t('visits.anyChecklist')}
            options={(checklists.data ?? []).map((one) => ({ value: one.id, label: named(one) }))}
          />
        </Form.Item>
        <Form.Item name="on" label={t('visits.day')} rules={needed('visits.day')}>
          <DatePicker allowClear={false} minDate={dayjs(today)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
