import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Uploader, type Sent } from '@/components/evidence/Uploader';
import { problemMessage } from '@/lib/api/problem';
import { useNamed } from '@/lib/i18n/useNamed';
import { useInnovationDeed, type Check, type InnovationDeed, type Item } from '../api/innovation';

interface Fields {
  met: boolean;
  note?: string;
  files?: Sent;
}

/** Answers a point by hand: yes or no, a note, and the files that prove it. */
export function AnswerForm({ of, item, onClose }: { of: Check; item: Item; onClose: () => void }) {
  const { t } = useTranslation('innovation');
  const { message } = App.useApp();
  const named = useNamed();
  const deed = useInnovationDeed(of);
  const [form] = Form.useForm<Fields>();
  const send = (body: Extract<InnovationDeed, { name: 'answer' }>['body']) =>
    void deed
      .mutateAsync({ name: 'answer', item: item.code, body })
      .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8));
  const arrived = async (_: unknown, files?: Sent) => {
    if (files?.pending) throw new Error(t('common:files.waitUntilSent', { n: files.pending }));
  };
  return (
    <Modal
      open
      title={named(item)}
      okText={t('save')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          met: item.answer?.met,
          note: item.answer?.note ?? undefined,
          files: { ids: item.answer?.evidence ?? [], pending: 0 },
        }}
        onFinish={({ met, note, files }: Fields) =>
          send({ met, note: note?.trim() || undefined, evidence: files?.ids ?? [] })
        }
      >
        <Form.Item name="met" label={t('isMet')} rules={[{ required: true, message: t('chooseFirst') }]}>
          <Radio.Group
            options={[
              { value: true, label: t('yes') },
              { value: false, label: t('no') },
            ]}
          />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="files" label={t('evidence')} rules={[{ validator: arrived }]}>
          <Uploader />
        </Form.Item>
      </Form>
      {item.answer && (
        <Button danger type="text" onClick={() => send({ evidence: [] })}>
          {t('takeBack')}
        </Button>
      )}
    </Modal>
  );
}
