import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { PageHeader } from '@/components/layout/PageHeader';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { moment } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { auditQuery, useCheck, vocabularyQuery, type Entry, type Report } from '../api/audit';
import { CheckModal } from '../components/CheckModal';
import { called } from '../components/called';
import { EntryDrawer } from '../components/EntryDrawer';

/** Who did what, when and from where, in the director's region. */
export function AuditPage() {
  const { t, i18n } = useTranslation('audit');
  const may = usePermission();
  const { message } = App.useApp();
  const state = useTableState({
    filters: ['action', 'subjectType', 'subject', 'from', 'until'],
    defaultSort: '-at',
  });
  const [opened, open] = useState<Entry>();
  const [report, show] = useState<Report>();
  const check = useCheck();
  const today = useToday();
  const allowed = may('audit:read');
  const where = {
    q: state.q || undefined,
    action: state.filters.action,
    subjectType: state.filters.subjectType,
    subjectId: state.filters.subject,
    from: state.filters.from,
    until: state.filters.until,
    sort: state.sort,
  };
  const query = useQuery({
    ...auditQuery({ ...where, page: state.page, size: state.size }),
    enabled: allowed,
  });
  const names = useQuery({ ...vocabularyQuery(i18n.language), enabled: allowed });
  const columns = useColumns();
  if (!allowed) return <NoPermission />;
  const options = (of: { code: string; name: string }[] = []) =>
    of.map(({ code, name }) => ({ value: code, label: name }));
  const day = (name: 'from' | 'until') => (state.filters[name] ? dayjs(state.filters[name]) : null);
  return (
    <>
      <PageHeader
        title={t('title')}
        state={query.data && t('state', { total: number(query.data.total) })}
        actions={
          <Button
            loading={check.isPending}
            onClick={() =>
              check.mutate(undefined, {
                onSuccess: show,
                onError: (error) => void message.error(problemMessage(error, t), 8),
              })
            }
          >
            {t('check')}
          </Button>
        }
      />
      <DataTable
        id="audit.entries"
        label={t('label')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(entry) => entry.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('search')}
        exportHref={`/api/v1/audit/export${queryString(where)}`}
        onOpen={open}
        openedKey={opened?.id}
        filters={[
          { name: 'action', label: t('action'), options: options(names.data?.actions), width: 180 },
          { name: 'subjectType', label: t('subject'), options: options(names.data?.subjects), width: 160 },
        ]}
        extra={
          <DatePicker.RangePicker
            aria-label={t('days')}
            allowEmpty
            value={[day('from'), day('until')]}
            maxDate={dayjs(today)}
            onChange={(range) =>
              state.setFilters({
                from: range?.[0]?.format('YYYY-MM-DD'),
                until: range?.[1]?.format('YYYY-MM-DD'),
              })
            }
          />
        }
        empty={<Empty title={t('empty')} />}
      />
      {opened && <EntryDrawer entry={opened} onClose={() => open(undefined)} />}
      {report && <CheckModal report={report} onClose={() => show(undefined)} />}
    </>
  );
}

function useColumns(): Column<Entry>[] {
  const { t } = useTranslation('audit');
  return [
    { key: 'at', title: t('at'), sortable: true, render: (e) => moment(e.at) },
    {
      key: 'actor',
      title: t('actor'),
      sortable: true,
      render: (e) => e.actorName ?? (e.actor === 'system' ? t('system') : e.actor),
    },
    { key: 'action', title: t('action'), sortable: true, render: (e) => e.actionName },
    {
      key: 'subject',
      title: t('subject'),
      wrap: true,
      render: (e) => (e.subjectTitle ? `${e.subjectName} · ${called(e, t)}` : e.subjectName),
    },
    {
      key: 'changes',
      title: t('changes'),
      wrap: true,
      render: (e) =>
        e.changes
          .map((c) =>
            c.before === null
              ? `${c.name} ${c.after ?? t('none')}`
              : `${c.name} ${t('until', { from: c.before, to: c.after ?? t('none') })}`,
          )
          .join('；') || MISSING,
    },
    { key: 'source', title: t('source'), render: (e) => e.source ?? MISSING },
  ];
}
