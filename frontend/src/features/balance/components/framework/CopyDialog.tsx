import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { problemMessage } from '@/lib/api/problem';
import type { Asked } from '@/lib/api/types';
import { useKeepContext } from '@/lib/url/workContext';
import { useCopyFramework } from '../../api/changeFramework';
import type { Framework } from '../../model';

/** Names a copy; the same code as an own framework makes its next version. */
export function CopyDialog({ framework, onClose }: { framework: Framework; onClose: () => void }) {
  const { t } = useTranslation('balance');
  const { message } = App.useApp();
  const go = useNavigate();
  const keep = useKeepContext();
  const [form] = Form.useForm<Asked<'copyFramework'>>();
  const copy = useCopyFramework(framework.id);
  return (
    <Modal
      open
      title={t('frameworks.copy')}
      okText={t('frameworks.copy')}
      confirmLoading={copy.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t('frameworks.copyHint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          code: framework.regionCode ? framework.code : '',
          nameZh: framework.nameZh,
          nameEn: framework.nameEn,
        }}
        onFinish={(fields) =>
          copy.mutate(fields, {
            onSuccess: (made) => {
              void message.success(t('frameworks.copied'));
              onClose();
              void go(keep(`/frameworks/${made.id}`));
            },
            onError: (error) => void message.error(problemMessage(error, t)),
          })
        }
      >
        <Form.Item
          name="code"
          label={t('frameworks.code')}
          extra={t('frameworks.codeHelp')}
          rules={[{ required: true, pattern: /^[A-Z][A-Z0-9_]{2,39}$/, message: t('frameworks.codeHelp') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="nameZh" label={t('frameworks.name')} rules={[{ required: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('frameworks.nameEn')} rules={[{ required: true }]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
