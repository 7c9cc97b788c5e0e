import { Form, Input, Select, type FormInstance } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { useToday } from '@/lib/api/me';
import { RuleFields } from './RuleFields';

const SEVERITIES = ['ON_THE_SPOT', 'GENERAL', 'SERIOUS', 'COMPLEX'] as const;

/** What a finding says, however it is recorded or mended. */
export interface FoundFields {
  description: string;
  rule: string;
  ruleCode?: string;
  severity: (typeof SEVERITIES)[number];
  departments?: string[];
  foundOn: Dayjs;
}

/** The part of a form that says what was found, against which rule, how bad, and when. */
export function FindingFields({ form }: { form: FormInstance }) {
  const { t } = useTranslation('rectification');
  const today = useToday();
  const severity = Form.useWatch<FoundFields['severity'] | undefined>('severity', form);
  const needed = (field: string) => [
    { required: true, message: t('required', { field: t(`raiseForm.${field}`) }) },
  ];
  return (
    <>
      <Form.Item name="description" label={t('raiseForm.description')} rules={needed('description')}>
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
      <RuleFields />
      <Form.Item name="severity" label={t('raiseForm.severity')}>
        <Select options={SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) }))} />
      </Form.Item>
      {severity === 'COMPLEX' && (
        <Form.Item name="departments" label={t('raiseForm.departments')}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
      )}
      <Form.Item name="foundOn" label={t('raiseForm.foundOn')} rules={needed('foundOn')}>
        <DatePicker allowClear={false} maxDate={dayjs(today)} />
      </Form.Item>
    </>
  );
}
