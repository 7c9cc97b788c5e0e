import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Uploader, type Sent } from '@/components/evidence/Uploader';
import { DatePicker } from '@/components/forms/DatePicker';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { usePhone } from '@/lib/useMediaQuery';
import { inspectorAccountsQuery, type Inspector, type Person } from '../api/inspectors';
import styles from './zone.module.css';
import { DEGREES, KINDS } from './standing';

interface Fields extends Omit<Person, 'worksSince' | 'photo'> {
  worksSince?: Dayjs;
  photo?: Sent;
}

/** A Chinese mobile number, or a land line with its area code and, if any, its extension; as the server has it. */
const PHONE =
  /^((\+86[ -]?)?1[3-9][0-9]{9}|(0[0-9]{2,3}[ -]?|[(]0[0-9]{2,3}[)] ?)[1-9][0-9]{6,7}([ -][0-9]{1,6})?)$/;

interface Props {
  inspector?: Inspector;
  onClose: () => void;
  onSave: (person: Person) => Promise<unknown>;
}

/** Who an inspector is. */
export function PersonForm({ inspector, onClose, onSave }: Props) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const phone = usePhone();
  const may = usePermission();
  const today = useToday();
  const [form] = Form.useForm<Fields>();
  const accounts = useQuery({ ...inspectorAccountsQuery, enabled: may('account:manage') });
  const finish = ({ worksSince, photo, ...fields }: Fields) =>
    onSave({
      ...fields,
      account: may('account:manage') ? fields.account : (inspector?.account ?? undefined),
      worksSince: worksSince?.format('YYYY-MM-DD'),
      photo: photo?.ids.at(-1) ?? undefined,
    }).then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8));
  const arrived = async (_: unknown, files?: Sent) => {
    if (files?.pending) throw new Error(t('common:files.waitUntilSent', { n: files.pending }));
  };
  const needed = (field: string) => [{ required: true, message: t('required', { field: t(field) }) }];
  const text = (name: 'employer' | 'post', most: number) => (
    <Form.Item name={name} label={t(name)}>
      <Input maxLength={most} />
    </Form.Item>
  );
  return (
    <Drawer
      open
      onClose={onClose}
      size={phone ? '100%' : 520}
      title={t(inspector ? 'change' : 'register')}
      extra={
        <Button type="primary" onClick={() => form.submit()}>
          {t('save')}
        </Button>
      }
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={finish}
        initialValues={
          inspector && {
            name: inspector.summary.name,
            kind: inspector.summary.kind,
            employer: inspector.summary.employer,
            post: inspector.summary.post,
            phone: inspector.summary.phone,
            degree: inspector.degree,
            subjects: inspector.subjects,
            account: inspector.account,
            worksSince: inspector.worksSince ? dayjs(inspector.worksSince) : undefined,
            photo: inspector.photo ? { ids: [inspector.photo], pending: 0 } : undefined,
          }
        }
      >
        <p className={styles.note}>{t('requiredNote')}</p>
        <Form.Item name="name" label={t('name')} rules={needed('name')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="kind" label={t('kind')} rules={needed('kind')}>
          <Select options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
        </Form.Item>
        {text('employer', 100)}
        {text('post', 60)}
        <Form.Item name="degree" label={t('degree')}>
          <Select allowClear options={DEGREES.map((value) => ({ value, label: t(`degrees.${value}`) }))} />
        </Form.Item>
        <Form.Item name="worksSince" label={t('worksSince')}>
          <DatePicker maxDate={dayjs(today)} />
        </Form.Item>
        <Form.Item name="subjects" label={t('subjects')} extra={t('subjectsHelp')}>
          <Select mode="tags" tokenSeparators={['、', '，', ',', ' ']} open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item name="phone" label={t('phone')} rules={[{ pattern: PHONE, message: t('phoneWrong') }]}>
          <Input inputMode="tel" maxLength={20} />
        </Form.Item>
        {may('account:manage') && (
          <Form.Item name="account" label={t('account')} extra={t('accountHelp')}>
            <Select
              allowClear
              options={(accounts.data ?? []).map((one) => ({
                value: one.subject,
                label: `${one.name}（${one.username}）`,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="photo" label={t('photo')} extra={t('photoHelp')} rules={[{ validator: arrived }]}>
          <Uploader reuse={false} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
