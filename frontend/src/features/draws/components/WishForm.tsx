import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { Section } from '@/components/layout/Section';
import { useToday } from '@/lib/api/me';
import { regionsQuery } from '@/lib/api/regions';
import { SCHOOL_KINDS, useKindName } from '@/lib/i18n/useKindName';
import { useWorkContext } from '@/lib/url/workContext';
import { zonesQuery, type Wish } from '../api/draws';
import styles from './draws.module.css';

interface Fields extends Omit<Wish, 'day'> {
  day: Dayjs;
}

interface Props {
  seen: boolean;
  pending: boolean;
  onChange: () => void;
  onLook: (wish: Wish) => void;
}

/** What is to be drawn, and from which schools. */
export function WishForm({ seen, pending, onChange, onLook }: Props) {
  const { t } = useTranslation('draws');
  const today = dayjs(useToday());
  const { region } = useWorkContext();
  const kindName = useKindName();
  const zones = useQuery(zonesQuery);
  const townships = useQuery(regionsQuery({ parent: region }));
  const [form] = Form.useForm<Fields>();
  const needed = (field: string) => [{ required: true, message: t('form.required', { field: t(field) }) }];
  const many = (name: string, label: string, options: { value: string; label: string }[]) => (
    <Form.Item name={name} label={label}>
      <Select mode="multiple" placeholder={t('form.all')} options={options} optionFilterProp="label" />
    </Form.Item>
  );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        day: today.add(7, 'day'),
        schools: 3,
        inspectors: 6,
        groupSize: 2,
        zones: [],
        kinds: [],
        townships: [],
        leaveOutOwn: true,
      }}
      onValuesChange={onChange}
      onFinish={({ day, ...fields }: Fields) => onLook({ ...fields, day: day.format('YYYY-MM-DD') })}
    >
      <Section title={t('form.what')}>
        <Form.Item
          name="title"
          label={t('matter')}
          rules={[{ required: true, whitespace: true, message: t('form.required', { field: t('matter') }) }]}
        >
          <Input maxLength={200} placeholder={t('form.titleHint')} />
        </Form.Item>
        <Form.Item name="day" label={t('day')} extra={t('form.dayHint')} rules={needed('day')}>
          <DatePicker allowClear={false} minDate={today} />
        </Form.Item>
        <div className={styles.row}>
          <Form.Item
            name="schools"
            label={t('form.schools')}
            extra={t('form.schoolsHint')}
            rules={needed('form.schools')}
          >
            <InputNumber min={0} max={300} precision={0} />
          </Form.Item>
          <Form.Item
            name="inspectors"
            label={t('form.inspectors')}
            extra={t('form.inspectorsHint')}
            rules={needed('form.inspectors')}
          >
            <InputNumber min={0} max={200} precision={0} />
          </Form.Item>
        </div>
        <Form.Item
          name="groupSize"
          label={t('form.groupSize')}
          extra={t('form.groupHint')}
          rules={needed('form.groupSize')}
        >
          <InputNumber min={1} max={10} precision={0} />
        </Form.Item>
      </Section>
      <Section title={t('form.range')}>
        {many(
          'zones',
          t('form.zones'),
          (zones.data ?? []).map((zone) => ({ value: zone.id, label: zone.name })),
        )}
        {many(
          'kinds',
          t('form.kinds'),
          SCHOOL_KINDS.map((value) => ({ value, label: kindName(value) })),
        )}
        {many(
          'townships',
          t('form.townships'),
          (townships.data ?? []).map((one) => ({ value: one.code, label: one.name })),
        )}
        <Form.Item name="leaveOutOwn" valuePropName="checked">
          <Checkbox>{t('form.leaveOutOwn')}</Checkbox>
        </Form.Item>
        <Button type={seen ? 'default' : 'primary'} htmlType="submit" loading={pending}>
          {t(seen ? 'form.again' : 'form.preview')}
        </Button>
      </Section>
    </Form>
  );
}
