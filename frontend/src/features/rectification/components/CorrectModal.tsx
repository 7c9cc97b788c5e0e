import { App, Form, Modal } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '@/lib/api/problem';
import { useOnce } from '@/lib/useOnce';
import { useCorrect, type FindingRow } from '../api/findings';
import { FindingFields, type FoundFields } from './FindingFields';

/** Mends a finding before any unit is asked for anything. */
export function CorrectModal({ finding, onClose }: { finding: FindingRow; onClose: () => void }) {
  const { t } = useTranslation('rectification');
  const { message } = App.useApp();
  const [form] = Form.useForm<FoundFields>();
  const correct = useCorrect(finding);
  const finish = useOnce(({ foundOn, ...fields }: FoundFields) =>
    correct
      .mutateAsync({ ...fields, foundOn: foundOn.format('YYYY-MM-DD') })
      .then(() => {
        void message.success(t('done'));
        onClose();
      })
      .catch((error: unknown) => message.error(problemMessage(error, t), 8)),
  );
  return (
    <Modal
      open
      title={`${t('actions.correct')} · ${finding.unitName}`}
      okText={t('raiseForm.mend')}
      confirmLoading={correct.isPending}
      mask={{ closable: false }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          description: finding.description,
          rule: finding.rule,
          ruleCode: finding.ruleCode,
          severity: finding.severity,
          departments: finding.departments,
          foundOn: dayjs(finding.foundOn),
        }}
        onFinish={finish}
      >
        <FindingFields form={form} />
      </Form>
    </Modal>
  );
}
