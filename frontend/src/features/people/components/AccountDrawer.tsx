import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/states/QueryView';
import { useMe } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { regionsQuery } from '@/lib/api/regions';
import { accountQuery, providerQuery, type Account } from '../api/accounts';
import { useCreateAccount, useUpdateAccount, type AccountDetails, type Created } from '../api/changeAccount';
import { findSchoolsQuery, zoneChoicesQuery } from '../api/choices';

export const ROLES = [
  'director',
  'officer',
  'inspector',
  'school',
  'township',
  'government',
  'province',
] as const;

interface Fields extends AccountDetails {
  username?: string;
  subject?: string;
}

interface Props {
  id: string | 'new';
  onClose: () => void;
  onCreated: (created: Created) => void;
}

/** A person, their login, what they may do and what they see. */
export function AccountDrawer({ id, onClose, onCreated }: Props) {
  const { t } = useTranslation('people');
  const query = useQuery({ ...accountQuery(id), enabled: id !== 'new' });
  if (id === 'new') return <Editor onClose={onClose} onCreated={onCreated} />;
  if (query.data)
    return <Editor key={query.data.version} account={query.data} onClose={onClose} onCreated={onCreated} />;
  return (
    <Drawer open onClose={onClose} size={560} title={t('editTitle')}>
      <QueryView query={query}>{() => null}</QueryView>
    </Drawer>
  );
}

interface EditorProps {
  account?: Account;
  onClose: () => void;
  onCreated: (created: Created) => void;
}

function Editor({ account, onClose, onCreated }: EditorProps) {
  const { t } = useTranslation('people');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const create = useCreateAccount();
  const update = useUpdateAccount(account ?? ({ id: '', version: 0 } as Account));
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const finish = ({ username, subject, ...details }: Fields) => {
    if (account) {
      update.mutate(details, {
        onSuccess: () => {
          void message.success(t('saved'));
          onClose();
        },
        onError: fail,
      });
    } else {
      create.mutate(
        { username: username ?? '', subject, details },
        {
          onSuccess: (created) => {
            onClose();
            onCreated(created);
          },
          onError: fail,
        },
      );
    }
  };
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={account ? `${t('editTitle')}: ${account.name}` : t('add')}
      extra={
        <Button type="primary" loading={create.isPending || update.isPending} onClick={() => form.submit()}>
          {account ? t('save') : t('create')}
        </Button>
      }
    >
      <AccountForm form={form} account={account} onFinish={finish} />
    </Drawer>
  );
}

interface FormProps {
  form: ReturnType<typeof Form.useForm<Fields>>[0];
  account?: Account;
  onFinish: (fields: Fields) => void;
}

function AccountForm({ form, account, onFinish }: FormProps) {
  const { t } = useTranslation('people');
  const me = useMe();
  const provider = useQuery(providerQuery);
  const role = Form.useWatch('role', form) ?? account?.role;
  const region = Form.useWatch('regionCode', form) ?? account?.regionCode ?? me.scope.regionCode;
  const below = useQuery(regionsQuery({ parent: me.scope.regionCode }));
  const zones = useQuery(zoneChoicesQuery);
  const [typed, setTyped] = useState('');
  const schools = useQuery({
    ...findSchoolsQuery(me.scope.regionCode, typed),
    enabled: role === 'school',
  });
  const needed = (field: string) => [{ required: true, message: t('required', { field: t(field) }) }];
  const schoolOptions = (schools.data ?? []).map((one) => ({
    value: one.id,
    label: `${one.name} ${one.code}`,
  }));
  if (account?.schoolId && !schoolOptions.some((one) => one.value === account.schoolId)) {
    schoolOptions.unshift({ value: account.schoolId, label: account.schoolName });
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={account ?? { regionCode: me.scope.regionCode, role: 'officer' }}
      onFinish={onFinish}
    >
      <Form.Item name="name" label={t('name')} rules={needed('name')}>
        <Input maxLength={60} />
      </Form.Item>
      {!account && (
        <Form.Item
          name="username"
          label={t('username')}
          extra={t('usernameHelp')}
          rules={[
            ...needed('username'),
            { pattern: /^[a-zA-Z0-9][a-zA-Z0-9._-]{2,39}$/, message: t('usernameHelp') },
          ]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
      {!account && provider.data?.managed === false && (
        <Form.Item name="subject" label={t('subject')} extra={t('subjectHelp')} rules={needed('subject')}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item name="post" label={t('post')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="phone" label={t('phone')}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={`${t('role')} · ${t('roleNote')}`} rules={needed('role')}>
        <Select options={ROLES.map((value) => ({ value, label: t(`common:role.${value}`) }))} />
      </Form.Item>
      <Form.Item name="regionCode" label={`${t('scope')} · ${t('scopeNote')}`} rules={needed('region')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: me.scope.regionCode, label: me.scope.regionName },
            ...(below.data ?? []).map((one) => ({ value: one.code, label: one.name })),
          ]}
        />
      </Form.Item>
      {role === 'inspector' && (
        <Form.Item name="zoneId" label={t('zone')} rules={[{ required: true, message: t('onlyZone') }]}>
          <Select
            options={(zones.data ?? [])
              .filter((one) => one.regionCode.startsWith(region) || region.startsWith(one.regionCode))
              .map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form.Item>
      )}
      {role === 'school' && (
        <Form.Item name="schoolId" label={t('school')} rules={[{ required: true, message: t('onlySchool') }]}>
          <Select showSearch={{ filterOption: false, onSearch: setTyped }} options={schoolOptions} />
        </Form.Item>
      )}
    </Form>
  );
}
