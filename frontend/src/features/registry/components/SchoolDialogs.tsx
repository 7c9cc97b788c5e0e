import { App, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { problemMessage } from '@/lib/api/problem';
import { useWorkContext } from '@/lib/url/workContext';
import { useChangeSchool, type SchoolChange } from '../api/changeSchool';
import type { School } from '../api/schools';
import styles from './forms.module.css';
import { SchoolSelect } from './SchoolSelect';
import { SchoolYearSelect } from './SchoolYearSelect';

export type Deed = 'rename' | 'close' | 'merge' | 'reopen';

interface Fields {
  name: string;
  date: Dayjs;
  year: number;
  reason: string;
  into: string;
}

function changeOf(deed: Deed, fields: Fields): SchoolChange {
  switch (deed) {
    case 'rename':
      return { verb: deed, request: { name: fields.name, onDate: fields.date.format('YYYY-MM-DD') } };
    case 'close':
      return { verb: deed, request: { year: fields.year, reason: fields.reason } };
    case 'merge':
      return { verb: deed, request: { intoSchoolId: fields.into, year: fields.year } };
    case 'reopen':
      return { verb: deed, request: { reason: fields.reason } };
  }
}

/** One deed at a time, saying what it will do before the button. */
export function SchoolDialog({ school, deed, onClose }: { school: School; deed: Deed; onClose: () => void }) {
  const { t } = useTranslation('registry');
  const { message } = App.useApp();
  const { year } = useWorkContext();
  const [form] = Form.useForm<Fields>();
  const change = useChangeSchool(school);
  const needed = (field: string) => [{ required: true, message: t('form.required', { field: t(field) }) }];
  return (
    <Modal
      open
      title={`${t(`${deed}.title`)}: ${school.name}`}
      okText={t(`${deed}.ok`)}
      okButtonProps={{ danger: deed === 'close' || deed === 'merge', loading: change.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className={styles.what}>{t(`${deed}.what`)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ year }}
        onFinish={(fields) =>
          change.mutate(changeOf(deed, fields), {
            onSuccess: () => {
              void message.success(t('school.saved'));
              onClose();
            },
            onError: (error) => void message.error(problemMessage(error, t)),
          })
        }
      >
        {deed === 'rename' && (
          <>
            <Form.Item name="name" label={t('rename.name')} rules={needed('rename.name')}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="date" label={t('rename.date')} rules={needed('rename.date')}>
              <DatePicker className={styles.wide} />
            </Form.Item>
          </>
        )}
        {deed === 'merge' && (
          <Form.Item name="into" label={t('merge.into')} rules={needed('merge.into')}>
            <SchoolSelect region={school.regionCode.slice(0, 6)} exclude={school.id} />
          </Form.Item>
        )}
        {(deed === 'close' || deed === 'merge') && (
          <Form.Item name="year" label={t(`${deed}.year`)} rules={needed(`${deed}.year`)}>
            <SchoolYearSelect />
          </Form.Item>
        )}
        {(deed === 'close' || deed === 'reopen') && (
          <Form.Item name="reason" label={t(`${deed}.reason`)} rules={needed(`${deed}.reason`)}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
