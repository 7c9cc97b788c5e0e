import { App, Form, InputNumber, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { usePlanDeed, type Semester } from '../api/plans';
import { termKey } from './terms';

interface Fields {
  year: number;
  half: Semester['half'];
  span: [Dayjs, Dayjs];
}

/** First and last day of a term. */
export function SemesterForm({
  terms,
  of,
  onClose,
}: {
  terms: Semester[];
  of: Semester | undefined;
  onClose: (saved?: string) => void;
}) {
  const { t } = useTranslation('plans');
  const { message } = App.useApp();
  const today = dayjs(useToday());
  const deed = usePlanDeed();
  const [form] = Form.useForm<Fields>();
  const year = of?.year ?? (today.month() >= 6 ? today.year() : today.year() - 1);
  const needed = (field: string) => [{ required: true, message: t('required', { field: t(field) }) }];
  return (
    <Modal
      open
      title={t('changeTerm')}
      okText={t('save')}
      confirmLoading={deed.isPending}
      onCancel={() => onClose()}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          year,
          half: of?.half ?? 'AUTUMN',
          span: of && [dayjs(of.fromDay), dayjs(of.untilDay)],
        }}
        onFinish={({ span, ...term }: Fields) => {
          const known = terms.find((one) => termKey(one) === termKey(term));
          void deed
            .mutateAsync({
              name: 'semester',
              ...term,
              version: known?.version ?? 0,
              body: { from: span[0].format('YYYY-MM-DD'), until: span[1].format('YYYY-MM-DD') },
            })
            .then(
              () => onClose(termKey(term)),
              (error: unknown) => void message.error(problemMessage(error, t), 8),
            );
        }}
      >
        <Form.Item name="year" label={t('year')} rules={needed('year')}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="half" label={t('term')}>
          <Select
            options={(['AUTUMN', 'SPRING'] as const).map((value) => ({ value, label: t(`halves.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="span" label={t('span')} rules={needed('span')}>
          <DatePicker.RangePicker placeholder={[t('firstDay'), t('lastDay')]} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
