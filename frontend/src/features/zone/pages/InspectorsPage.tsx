import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import { Behind } from '@/components/table/Behind';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { inspectorsQuery, useRegisterInspector, type InspectorRow } from '../api/inspectors';
import { PersonForm } from '../components/PersonForm';
import { KINDS, STANDINGS, STANDING_TONES } from '../components/standing';

/** The register of inspectors: who is in office until when, and who falls short of training. */
export function InspectorsPage() {
  const { t } = useTranslation('zone');
  const may = usePermission();
  const keep = useKeepContext();
  const navigate = useNavigate();
  const [registering, setRegistering] = useState(false);
  const register = useRegisterInspector();
  const state = useTableState({ filters: ['standing', 'kind', 'only'], defaultSort: 'name' });
  const where: Query<'listInspectors'> = {
    q: state.q || undefined,
    standing: state.filters.standing as InspectorRow['standing'] | undefined,
    kind: state.filters.kind as InspectorRow['kind'] | undefined,
    endsSoon: state.filters.only === 'endsSoon' || undefined,
    trainingShort: state.filters.only === 'trainingShort' || undefined,
    sort: state.sort,
  };
  const query = useQuery({
    ...inspectorsQuery({ ...where, page: state.page, size: state.size }),
    enabled: may('inspector:read'),
  });
  const all = useQuery({ ...inspectorsQuery({ size: 1 }), enabled: may('inspector:read') });
  const serving = useQuery({
    ...inspectorsQuery({ standing: 'IN_OFFICE', size: 1 }),
    enabled: may('inspector:read'),
  });
  const narrowed = Object.entries(where).some(([name, value]) => name !== 'sort' && value !== undefined);
  const columns: Column<InspectorRow>[] = [
    { key: 'name', title: t('name'), sortable: true, render: (i) => i.name },
    { key: 'kind', title: t('kind'), sortable: true, render: (i) => t(`kinds.${i.kind}`) },
    { key: 'employer', title: t('employer'), render: (i) => i.employer ?? MISSING },
    { key: 'post', title: t('post'), hidden: true, render: (i) => i.post ?? MISSING },
    { key: 'phone', title: t('phone'), render: (i) => i.phone ?? MISSING },
    {
      key: 'standing',
      title: t('standing'),
      sortable: true,
      render: (i) => (
        <Mark tone={STANDING_TONES[i.standing]}>
          {t(`standings.${i.standing}`)}
          {i.process && ` · ${t(`steps.${i.process}`)}`}
        </Mark>
      ),
    },
    { key: 'termNo', title: t('termNo'), render: (i) => (i.termNo === null ? MISSING : number(i.termNo)) },
    {
      key: 'endsOn',
      title: t('endsOn'),
      sortable: true,
      render: (i) =>
        i.endsOn === null ? (
          MISSING
        ) : i.endsSoon ? (
          <Mark plain tone="dueSoon">
            {date(i.endsOn)}
          </Mark>
        ) : (
          date(i.endsOn)
        ),
    },
    {
      key: 'trainingHours',
      title: t('trainingHours'),
      sortable: true,
      numeric: true,
      render: (i) => (
        <Behind to={`/inspectors/${i.id}#training`}>
          {i.trainingShort !== null && i.standing === 'IN_OFFICE' ? (
            <Mark plain tone="dueSoon">
              {t('hoursOf', { hours: number(i.trainingHours, 1), short: number(i.trainingShort, 1) })}
            </Mark>
          ) : (
            number(i.trainingHours, 1)
          )}
        </Behind>
      ),
    },
  ];
  if (!may('inspector:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('title')}
        state={
          narrowed
            ? query.data && t('stateFound', { total: number(query.data.total) })
            : all.data &&
              serving.data &&
              t('state', { total: number(all.data.total), serving: number(serving.data.total) })
        }
        actions={
          may('inspector:write') && (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('register')}
            </Button>
          )
        }
      />
      <DataTable
        id="zone.inspectors"
        label={t('title')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(i) => i.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('search')}
        exportHref={`/api/v1/zone/inspectors/export${queryString(where)}`}
        to={(i) => keep(`/inspectors/${i.id}`)}
        filters={[
          {
            name: 'standing',
            label: t('standing'),
            options: STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) })),
          },
          {
            name: 'kind',
            label: t('kind'),
            options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
          {
            name: 'only',
            label: t('only'),
            options: (['endsSoon', 'trainingShort'] as const).map((value) => ({ value, label: t(value) })),
          },
        ]}
        empty={<Empty title={t('empty')} />}
      />
      {registering && (
        <PersonForm
          onClose={() => setRegistering(false)}
          onSave={async (person) => {
            const made = await register.mutateAsync({ id: crypto.randomUUID(), person });
            void navigate(keep(`/inspectors/${made.summary.id}`));
          }}
        />
      )}
    </>
  );
}
