import { App, Button, Drawer, Form, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Uploader, type Sent } from '@/components/evidence/Uploader';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { usePhone } from '@/lib/useMediaQuery';
import { useOnce } from '@/lib/useOnce';
import { isSchool, useRaise, useUnits } from '../api/findings';
import { FindingFields, type FoundFields } from './FindingFields';

interface Fields extends FoundFields {
  unit: string;
  files?: Sent;
}

/** Records a finding at a school. Its id is made here, so that pressing twice is one finding. */
export function RaiseDrawer({ region, onClose }: { region: string; onClose: () => void }) {
  const { t } = useTranslation('rectification');
  const { message } = App.useApp();
  const phone = usePhone();
  const [form] = Form.useForm<Fields>();
  const [id] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('');
  const units = useUnits(region, typed);
  const today = useToday();
  const raise = useRaise();
  const finish = useOnce(({ foundOn, files, unit, ...fields }: Fields) =>
    raise
      .mutateAsync({
        ...fields,
        ...(isSchool(unit) ? { schoolId: unit } : { regionCode: unit }),
        id,
        foundOn: foundOn.format('YYYY-MM-DD'),
        evidence: files?.ids ?? [],
      })
      .then(() => {
        void message.success(t('raiseForm.saved'));
        onClose();
      })
      .catch((error: unknown) => message.error(problemMessage(error, t), 8)),
  );
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    if (!form.isFieldsTouched()) return onClose();
    setLeaving(true);
  };
  const needed = (field: string) => [
    { required: true, message: t('required', { field: t(`raiseForm.${field}`) }) },
  ];
  return (
    <Drawer
      open
      onClose={leave}
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
        initialValues={{ severity: 'GENERAL', foundOn: dayjs(today) }}
        onFinish={finish}
      >
        <Form.Item name="unit" label={t('raiseForm.school')} rules={needed('school')}>
          <Select
            showSearch={{ filterOption: false, onSearch: setTyped }}
            placeholder={t('raiseForm.schoolHelp')}
            options={units}
          />
        </Form.Item>
        <FindingFields form={form} />
        <Form.Item
          name="files"
          label={t('fields.evidence')}
          validateTrigger="onSubmit"
          rules={[
            {
              validator: async (_, files?: Sent) => {
                if (files?.pending) throw new Error(t('common:files.waitUntilSent', { n: files.pending }));
              },
            },
          ]}
        >
          <Uploader />
        </Form.Item>
      </Form>
      <Modal
        open={leaving}
        keyboard={false}
        title={t('raiseForm.leave')}
        okText={t('raiseForm.leaveOk')}
        okButtonProps={{ danger: true }}
        onOk={onClose}
        onCancel={() => setLeaving(false)}
      >
        <p>{t('raiseForm.leaveText')}</p>
      </Modal>
    </Drawer>
  );
}
