import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Form, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { schoolChoicesQuery } from '@/lib/api/schools';
import { useNamed } from '@/lib/i18n/useNamed';
import { useWorkContext } from '@/lib/url/workContext';
import { inspectorsQuery } from '../api/inspectors';
import { checklistsQuery, daysOffQuery, usePlanVisit, type Visit } from '../api/visits';

interface Fields {
  schoolId: string;
  kind: Visit['kind'];
  on: Dayjs;
  dayOff?: boolean;
  systemId?: string;
  /** Ids of inspectors, and departments by name. */
  along?: string[];
}

export const VISIT_KINDS = ['ROUTINE', 'SPECIAL', 'COMPREHENSIVE', 'JOINT'] as const;

/** As the server has it. */
const MOST_DAYS_AHEAD = 366;

/** A visit to a school on a day; a day off is said to be one and must be meant. Its id is made here, so that pressing twice is one visit. */
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
  const on = Form.useWatch('on', form)?.format('YYYY-MM-DD') ?? today;
  const off = useQuery(daysOffQuery(on, on));
  const isOff = (off.data ?? []).some((one) => one.day === on);
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
        onFinish={({ on: day, dayOff, along, ...fields }: Fields) =>
          void plan
            .mutateAsync({
              ...fields,
              id,
              on: day.format('YYYY-MM-DD'),
              dayOff: dayOff ?? false,
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
          <DatePicker
            allowClear={false}
            minDate={dayjs(today)}
            maxDate={dayjs(today).add(MOST_DAYS_AHEAD, 'day')}
          />
        </Form.Item>
        {isOff && (
          <Form.Item
            key={on}
            name="dayOff"
            valuePropName="checked"
            preserve={false}
            rules={[
              {
                validator: (_, value) =>
                  value
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('visits.meantDayOff', { day: date(on) }))),
              },
            ]}
          >
            <Checkbox>{t('visits.meantDayOff', { day: date(on) })}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
