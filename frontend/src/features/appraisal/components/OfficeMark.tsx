import { App, Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { number } from '@/lib/format/numbers';
import { useAppraisalDeed, type Appraisal } from '../api/appraisals';
import styles from './appraisal.module.css';

interface Fields {
  mark: number | null;
  comment?: string;
}

/** The office's own mark and comment: a form while it is open, words afterwards. */
export function OfficeMark({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  const may = usePermission();
  const open = of.state !== 'SUBMITTED' && of.state !== 'CONFIRMED';
  return (
    <Section title={t('office.title')}>
      {open && may('appraisal:write') ? (
        <Write of={of} />
      ) : of.officeMark === null ? (
        <p>{t('office.none')}</p>
      ) : (
        <>
          <p>
            <strong>{t('office.points', { n: number(of.officeMark) })}</strong>
          </p>
          <p className={styles.text}>{of.comment}</p>
        </>
      )}
    </Section>
  );
}

function Write({ of }: { of: Appraisal }) {
  const { t } = useTranslation('appraisal');
  const { message } = App.useApp();
  const deed = useAppraisalDeed(of);
  const [form] = Form.useForm<Fields>();
  const send = (submit: boolean, { mark, comment }: Fields) =>
    deed.mutate(
      { name: 'write', body: { mark: mark ?? undefined, comment: comment || undefined, submit } },
      {
        onSuccess: () => void message.success(t(submit ? 'office.submitted' : 'office.saved')),
        onError: (error) => void message.error(problemMessage(error, t), 8),
      },
    );
  const needed = (field: string) => [
    { required: true, message: t('office.required', { field: t(`office.${field}`) }) },
  ];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ mark: of.officeMark, comment: of.comment ?? '' }}
      onFinish={(fields: Fields) => send(true, fields)}
    >
      <Form.Item name="mark" label={t('office.mark')} rules={needed('mark')}>
        <InputNumber min={0} max={100} precision={0} />
      </Form.Item>
      <Form.Item name="comment" label={t('office.comment')} rules={needed('comment')}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button loading={deed.isPending} onClick={() => send(false, form.getFieldsValue())}>
          {t('office.save')}
        </Button>
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {t('office.submit')}
        </Button>
      </div>
    </Form>
  );
}
