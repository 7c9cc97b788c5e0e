import { useQuery } from '@tanstack/react-query';
import { App, Button, DatePicker, Drawer, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '@/lib/api/problem';
import { usePhone } from '@/lib/useMediaQuery';
import { unitChoicesQuery, useRaise } from '../api/findings';

const SEVERITIES = ['ON_THE_SPOT', 'GENERAL', 'SERIOUS', 'COMPLEX'] as const;

interface Fields {
  schoolId: string;
  description: string;
  rule: string;
  ruleCode?: string;
  severity: (typeof SEVERITIES)[number];
  departments?: string[];
  foundOn: Dayjs;
}

/** Records a finding at a school. Its id is made here, so that pressing twice is one finding. */
export function RaiseDrawer({ region, onClose }: { region: string; onClose: () => void }) {
  const { t } = useTranslation('rectification');
  const { message } = App.useApp();
  const phone = usePhone();
  const [form] = Form.useForm<Fields>();
  const [id] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('');
  const schools = useQuery(unitChoicesQuery(region, typed));
  const severity = Form.useWatch('severity', form);
  const raise = useRaise();
  const finish = ({ foundOn, ...fields }: Fields) =>
    raise.mutate(
      { ...fields, id, foundOn: foundOn.format('YYYY-MM-DD'), evidence: [] },
      {
        onSuccess: () => {
          void message.success(t('raiseForm.saved'));
          onClose();
        },
        onError: (error) => void message.error(problemMessage(error, t), 8),
      },
    );
  const needed = (field: string) => [
    { required: true, message: t('required', { field: t(`raiseForm.${field}`) }) },
  ];
  return (
    <Drawer
      open
      onClose={onClose}
      size={phone ? '100%' : 560}
      title={t('raiseForm.title')}
      extra={
        <Button type="primary" loading={raise.isPending} onClick={() => form.submit()}>
          {t('raiseForm.save')}
        </Button>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ severity: 'GENERAL', foundOn: dayjs() }}
        onFinish={finish}
      >
        <Form.Item name="schoolId" label={t('raiseForm.school')} rules={needed('school')}>
          <Select
            showSearch={{ filterOption: false, onSearch: setTyped }}
            placeholder={t('raiseForm.schoolHelp')}
            options={(schools.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form.Item>
        <Form.Item name="description" label={t('raiseForm.description')} rules={needed('description')}>
          <Input.TextArea rows={4} maxLength={2000} showCount />
        </Form.Item>
        <Form.Item name="rule" label={t('raiseForm.rule')} rules={needed('rule')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="ruleCode" label={t('raiseForm.ruleCode')} extra={t('raiseForm.ruleCodeHelp')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="severity" label={t('raiseForm.severity')}>
          <Select options={SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) }))} />
        </Form.Item>
        {severity === 'COMPLEX' && (
          <Form.Item name="departments" label={t('raiseForm.departments')}>
            <Select mode="tags" open={false} suffixIcon={null} />
          </Form.Item>
        )}
        <Form.Item name="foundOn" label={t('raiseForm.foundOn')} rules={needed('foundOn')}>
          <DatePicker allowClear={false} maxDate={dayjs()} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
