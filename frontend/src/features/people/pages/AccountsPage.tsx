import { MoreOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { moment } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useUrlLink, useUrlState } from '@/lib/url/useUrlState';
import { accountsQuery, providerQuery, type Account } from '../api/accounts';
import { useEnableAccount, useResetPassword, type Created } from '../api/changeAccount';
import { AccountDrawer, ROLES } from '../components/AccountDrawer';
import { FirstPassword } from '../components/FirstPassword';

/** Who works with the system, what they may do, what they see, when they were last here. */
export function AccountsPage() {
  const { t } = useTranslation('people');
  const may = usePermission();
  const state = useTableState({ filters: ['role', 'enabled'], defaultSort: 'name' });
  const [opened, open] = useUrlState('account');
  const link = useUrlLink('account');
  const [created, setCreated] = useState<Created>();
  const allowed = may('account:manage');
  const where = {
    q: state.q || undefined,
    role: state.filters.role,
    enabled: state.filters.enabled === undefined ? undefined : state.filters.enabled === 'true',
    sort: state.sort,
  };
  const query = useQuery({
    ...accountsQuery({ ...where, page: state.page, size: state.size }),
    enabled: allowed,
  });
  const provider = useQuery({ ...providerQuery, enabled: allowed });
  const columns = useColumns(provider.data?.managed ?? false, setCreated);
  if (!allowed) return <NoPermission />;
  const total = query.data?.total;
  return (
    <>
      <PageHeader
        title={t('title')}
        state={
          total !== undefined &&
          t(provider.data?.managed === false ? 'stateExternal' : 'state', { total: number(total) })
        }
        actions={
          <Button type="primary" onClick={() => open('new')}>
            {t('add')}
          </Button>
        }
      />
      <DataTable
        id="people.accounts"
        label={t('label')}
        columns={columns}
        rows={query.data?.items}
        total={total}
        rowKey={(account) => account.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('search')}
        exportHref={`/api/v1/accounts/export${queryString(where)}`}
        to={(account) => link(account.id)}
        openedKey={opened}
        filters={[
          {
            name: 'role',
            label: t('role'),
            options: ROLES.map((value) => ({ value, label: t(`common:role.${value}`) })),
            width: 160,
          },
          {
            name: 'enabled',
            label: t('enabled'),
            options: [
              { value: 'true', label: t('states.on') },
              { value: 'false', label: t('states.off') },
            ],
          },
        ]}
        empty={<Empty title={t('empty')} />}
      />
      {opened && (
        <AccountDrawer id={opened} onClose={() => open(undefined)} onCreated={(made) => setCreated(made)} />
      )}
      {created?.temporaryPassword && (
        <FirstPassword created={created} onClose={() => setCreated(undefined)} />
      )}
    </>
  );
}

function useColumns(managed: boolean, onPassword: (created: Created) => void): Column<Account>[] {
  const { t } = useTranslation('people');
  return [
    { key: 'name', title: t('name'), sortable: true, render: (a) => a.name },
    { key: 'username', title: t('username'), sortable: true, render: (a) => a.username },
    { key: 'role', title: t('role'), sortable: true, render: (a) => t(`common:role.${a.role}`) },
    {
      key: 'scope',
      title: t('scope'),
      render: (a) => a.schoolName ?? a.zoneName ?? a.regionName,
    },
    { key: 'post', title: t('post'), render: (a) => a.post ?? MISSING },
    { key: 'phone', title: t('phone'), hidden: true, render: (a) => a.phone ?? MISSING },
    {
      key: 'enabled',
      title: t('enabled'),
      render: (a) => (
        <Mark plain tone={a.enabled ? 'accent' : 'quiet'}>
          {t(a.enabled ? 'states.on' : 'states.off')}
          {a.demo && ` · ${t('demo')}`}
        </Mark>
      ),
    },
    {
      key: 'lastSeen',
      title: t('lastSeen'),
      sortable: 'lastSeenAt',
      render: (a) => (a.lastSeenAt ? moment(a.lastSeenAt) : t('never')),
    },
    {
      key: 'deeds',
      title: t('common:action.more'),
      render: (a) => <Deeds account={a} managed={managed} onPassword={onPassword} />,
    },
  ];
}

interface DeedsProps {
  account: Account;
  managed: boolean;
  onPassword: (created: Created) => void;
}

function Deeds({ account, managed, onPassword }: DeedsProps) {
  const { t } = useTranslation('people');
  const { message, modal } = App.useApp();
  const enable = useEnableAccount();
  const reset = useResetPassword();
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const set = (enabled: boolean) =>
    enable
      .mutateAsync({ account, enabled })
      .then(() => void message.success(t(enabled ? 'reenabled' : 'disabled')), fail);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(managed
            ? [
                {
                  key: 'reset',
                  label: t('reset'),
                  onClick: () =>
                    void modal.confirm({
                      title: `${t('reset')}: ${account.name}`,
                      content: t('resetSure'),
                      okText: t('reset'),
                      onOk: () => reset.mutateAsync(account).then(onPassword, fail),
                    }),
                },
              ]
            : []),
          account.enabled
            ? {
                key: 'disable',
                danger: true,
                label: t('disable'),
                onClick: () =>
                  void modal.confirm({
                    title: `${t('disable')}: ${account.name}`,
                    content: t('disableSure'),
                    okText: t('disable'),
                    okButtonProps: { danger: true },
                    onOk: () => set(false),
                  }),
              }
            : { key: 'enable', label: t('enable'), onClick: () => void set(true) },
        ],
        onClick: ({ domEvent }) => domEvent.stopPropagation(),
      }}
    >
      <Button
        size="small"
        type="text"
        icon={<MoreOutlined aria-hidden />}
        aria-label={`${t('common:action.more')} ${account.name}`}
        onClick={(event) => event.stopPropagation()}
      />
    </Dropdown>
  );
}
