import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '@/lib/api/problem';
import { useInnovationDeed, type Check } from '../api/innovation';

/** Adopts a draft with the director's words, or begins another edition with the reason. */
export function StepForm({ of, onClose }: { of: Check; onClose: () => void }) {
  const { t } = useTranslation('innovation');
  const { message } = App.useApp();
  const deed = useInnovationDeed(of);
  const [form] = Form.useForm<{ words?: string }>();
  const draft = of.state === 'DRAFT';
  return (
    <Modal
      open
      title={t(draft ? 'adoptOf' : 'reopenOf', { year: of.year })}
      okText={t(draft ? 'adopt' : 'reopen')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t(draft ? 'adoptWhat' : 'reopenWhat')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ words }) =>
          void deed
            .mutateAsync(
              draft
                ? { name: 'adopt', body: { opinion: words?.trim() || undefined } }
                : { name: 'reopen', body: { reason: words ?? '' } },
            )
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item
          name="words"
          label={t(draft ? 'opinion' : 'reason')}
          rules={draft ? [] : [{ required: true, whitespace: true, message: t('reasonFirst') }]}
        >
          <Input.TextArea rows={3} maxLength={draft ? 2000 : 500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
