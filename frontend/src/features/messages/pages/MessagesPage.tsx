import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { Empty } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { unreadQuery } from '@/lib/api/messages';
import { date, moment } from '@/lib/format/dates';
import { MISSING } from '@/lib/format/numbers';
import { pageOf } from '@/lib/url/things';
import { useKeepContext } from '@/lib/url/workContext';
import { messagesQuery, useRead, useReadAll, type Message } from '../api/messages';

/** What the reader was told, newest first. */
export function MessagesPage() {
  const { t } = useTranslation('messages');
  const keep = useKeepContext();
  const state = useTableState({ filters: ['unread'] });
  const query = useQuery(
    messagesQuery({
      unread: state.filters.unread === undefined ? undefined : true,
      page: state.page,
      size: state.size,
    }),
  );
  const unread = useQuery(unreadQuery);
  const read = useRead();
  const readAll = useReadAll();
  const open = (message: Message) => {
    if (message.readAt === null) read.mutate(message.id);
  };
  const address = (message: Message) => {
    const page = pageOf(message.subjectType, message.subjectId);
    return page ? keep(page) : undefined;
  };
  const columns: Column<Message>[] = [
    { key: 'text', title: t('text'), wrap: true, render: (m) => m.text },
    {
      key: 'state',
      title: t('readState'),
      render: (m) =>
        m.readAt === null ? <Mark tone="accent">{t('unread')}</Mark> : <Mark tone="quiet">{t('read')}</Mark>,
    },
    { key: 'due', title: t('due'), render: (m) => (m.dueOn ? date(m.dueOn) : MISSING) },
    { key: 'at', title: t('at'), render: (m) => moment(m.createdAt) },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        state={
          unread.data && (unread.data.count ? t('state', { count: unread.data.count }) : t('nothingUnread'))
        }
        actions={
          <>
            <LinkButton to={keep('/messages/settings')}>{t('settings')}</LinkButton>
            <Button disabled={!unread.data?.count} onClick={() => readAll.mutate(undefined)}>
              {t('readAll')}
            </Button>
          </>
        }
      />
      <DataTable
        id="messages"
        label={t('label')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(m) => m.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        to={address}
        onOpen={open}
        filters={[
          { name: 'unread', label: t('readState'), options: [{ value: 'true', label: t('unread') }] },
        ]}
        empty={<Empty title={t('empty')}>{t('emptyHint')}</Empty>}
      />
    </>
  );
}
