import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonModal } from '@/components/forms/ReasonModal';
import { problemMessage } from '@/lib/api/problem';
import { useAppraisalDeed, type Appraisal, type Grade } from '../api/appraisals';
import { GRADES } from './tones';
import styles from './appraisal.module.css';

interface Props {
  of: Appraisal;
  onClose: () => void;
}

/** The director confirms a grade, or another one than suggested with the reason. */
export function Confirm({ of, onClose }: Props) {
  const { t } = useTranslation('appraisal');
  const { message } = App.useApp();
  const deed = useAppraisalDeed(of);
  const [form] = Form.useForm<{ grade: Grade; reason?: string }>();
  const { suggested } = of.basis.score;
  const grade = Form.useWatch('grade', form) ?? suggested;
  return (
    <Modal
      open
      title={t('decide.confirm')}
      okText={t('decide.confirm')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className={styles.help}>{t('decide.confirmWhat', { name: of.inspectorName })}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ grade: suggested }}
        onFinish={(fields) =>
          void deed
            .mutateAsync({ name: 'confirm', body: { ...fields, checksum: of.checksum } })
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item name="grade" label={t('decide.grade')}>
          <Select options={GRADES.map((value) => ({ value, label: t(`grades.${value}`) }))} />
        </Form.Item>
        {grade !== suggested && (
          <Form.Item
            name="reason"
            label={t('decide.reason')}
            rules={[
              {
                required: true,
                whitespace: true,
                message: t('office.required', { field: t('decide.reason') }),
              },
            ]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

/** Gives it back to the office with the reason. */
export function GiveBack({ of, onClose }: Props) {
  const { t } = useTranslation('appraisal');
  const deed = useAppraisalDeed(of);
  return (
    <ReasonModal
      title={t('decide.giveBack')}
      action={t('decide.giveBack')}
      label={t('decide.giveBackReason')}
      required={t('office.required', { field: t('decide.giveBackReason') })}
      onClose={onClose}
      onSend={(reason) => deed.mutateAsync({ name: 'return', body: { reason } })}
    />
  );
}
