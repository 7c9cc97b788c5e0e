import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { systemsQuery, type SystemSummary } from '../api/systems';
import { NewSystemDialog } from '../components/NewSystemDialog';
import { StateMark } from '../components/StateMark';
import { useSourceWords } from '../components/useSourceWords';
import { STATES, SUBJECTS } from '@/lib/indexsystem/model';

/** Every index system of the office: the shipped ones and its own. */
export function SystemsPage() {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const inWords = useSourceWords();
  const may = usePermission();
  const keep = useKeepContext();
  const query = useQuery(systemsQuery);
  const state = useTableState({ filters: ['subject', 'state', 'origin'] });
  const [making, setMaking] = useState(false);
  const { subject, state: standing, origin } = state.filters;
  const rows = useMemo(
    () =>
      query.data?.filter(
        (s) =>
          (!subject || s.subject === subject) &&
          (!standing || s.state === standing) &&
          (!origin || (origin === 'own') === Boolean(s.regionCode)),
      ),
    [query.data, subject, standing, origin],
  );
  const columns: Column<SystemSummary>[] = [
    { key: 'name', title: t('list.name'), sortable: true, value: named, render: named },
    {
      key: 'subject',
      title: t('list.subject'),
      sortable: true,
      value: (s) => t(`subject.${s.subject}`),
      render: (s) => t(`subject.${s.subject}`),
    },
    {
      key: 'version',
      title: t('list.version'),
      numeric: true,
      render: (s) => t('version', { version: s.version }),
    },
    {
      key: 'state',
      title: t('list.state'),
      sortable: true,
      value: (s) => t(`state.${s.state}`),
      render: (s) => <StateMark state={s.state} />,
    },
    {
      key: 'unverified',
      title: t('list.checked'),
      sortable: true,
      value: (s) => s.unverified,
      render: (s) =>
        s.unverified > 0 ? (
          <Mark plain tone="dueSoon">
            {t('unverified', { count: s.unverified })}
          </Mark>
        ) : (
          t('list.allChecked')
        ),
    },
    {
      key: 'items',
      title: t('list.items'),
      numeric: true,
      sortable: true,
      value: (s) => s.items,
      render: (s) => number(s.items),
    },
    {
      key: 'full',
      title: t('list.full'),
      unit: t('unit.points'),
      numeric: true,
      sortable: true,
      value: (s) => s.full,
      render: (s) => ((s.full as number | null) === null ? t('list.noPoints') : number(s.full)),
    },
    {
      key: 'origin',
      title: t('list.origin'),
      value: (s) => t(s.regionCode ? 'list.own' : 'list.shipped'),
      render: (s) => t(s.regionCode ? 'list.own' : 'list.shipped'),
    },
    {
      key: 'source',
      title: t('list.source'),
      value: (s) => inWords(s.source),
      render: (s) => inWords(s.source),
    },
    { key: 'code', title: t('list.code'), hidden: true, value: (s) => s.code, render: (s) => s.code },
  ];
  const { items, total } = useLocalRows(rows, columns, state);
  const count = (standingOf: string) => query.data?.filter((s) => s.state === standingOf).length ?? 0;
  const unverified = query.data?.filter((s) => s.unverified > 0).length ?? 0;
  return (
    <>
      <PageHeader
        title={t('list.title')}
        state={
          query.data &&
          t('list.sentence', { published: count('PUBLISHED'), drafts: count('DRAFT'), unverified })
        }
        actions={
          may('index:edit') && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('make.title')}
            </Button>
          )
        }
      />
      <DataTable
        id="indexsystem.systems"
        label={t('list.title')}
        columns={columns}
        rows={rows && items}
        total={total}
        rowKey={(s) => s.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        searchable={t('list.search')}
        filters={[
          {
            name: 'subject',
            label: t('list.subject'),
            options: SUBJECTS.map((value) => ({ value, label: t(`subject.${value}`) })),
          },
          {
            name: 'state',
            label: t('list.state'),
            options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            name: 'origin',
            label: t('list.origin'),
            options: ['shipped', 'own'].map((value) => ({ value, label: t(`list.${value}`) })),
          },
        ]}
        exportHref={`/api/v1/index-systems/export${queryString({ ...state.filters, q: state.q })}`}
        to={(s) => keep(`/index-systems/${s.id}`)}
        grow
      />
      {making && query.data && <NewSystemDialog systems={query.data} onClose={() => setMaking(false)} />}
    </>
  );
}
