import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { documentsQuery, type Document } from '@/lib/api/documents';
import { usePermission, useToday } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { kindsQuery } from '../api/documents';

const YEARS = 6;

/** Every official document in the caller's scope, numbered or not, with its receipt. */
export function RegisterPage() {
  const { t } = useTranslation('publication');
  const may = usePermission();
  const named = useNamed();
  const keep = useKeepContext();
  const state = useTableState({
    filters: ['kind', 'issued', 'state', 'numbered'],
    defaultSort: '-issuedOn',
  });
  const where: Query<'listDocuments'> = {
    q: state.q || undefined,
    kind: state.filters.kind,
    year: state.filters.issued === undefined ? undefined : Number(state.filters.issued),
    state: state.filters.state as Document['state'] | undefined,
    numbered: state.filters.numbered === undefined ? undefined : state.filters.numbered === 'true',
    sort: state.sort,
  };
  const allowed = may('document:read');
  const query = useQuery({
    ...documentsQuery({ ...where, page: state.page, size: state.size }),
    enabled: allowed,
  });
  const kinds = useQuery({ ...kindsQuery, enabled: allowed });
  const columns: Column<Document>[] = [
    { key: 'number', title: t('number'), sortable: true, render: (d) => d.number ?? t('slip') },
    { key: 'title', heads: true, title: t('title'), render: (d) => d.title },
    {
      key: 'kind',
      title: t('kind'),
      render: (d) => named({ nameZh: d.kindName, nameEn: d.kindNameEn }),
    },
    { key: 'unit', title: t('unit'), sortable: true, render: (d) => d.unitName },
    { key: 'issuedOn', title: t('issuedOn'), sortable: true, render: (d) => date(d.issuedOn) },
    {
      key: 'servedOn',
      title: t('servedOn'),
      sortable: true,
      render: (d) => (d.servedOn ? date(d.servedOn) : MISSING),
    },
    { key: 'state', title: t('state'), render: (d) => <DocumentMark document={d} /> },
    { key: 'recipients', title: t('recipients'), hidden: true, render: (d) => d.recipients },
    { key: 'approver', title: t('approver'), hidden: true, render: (d) => d.approverName || MISSING },
    { key: 'receipt', title: t('receipt'), hidden: true, render: (d) => d.receiptName ?? MISSING },
  ];
  const now = Number(useToday().slice(0, 4));
  if (!allowed) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('register')}
        state={query.data && t('registerState', { total: number(query.data.total) })}
        actions={
          may('template:edit') && <LinkButton to={keep('/document-templates')}>{t('templates')}</LinkButton>
        }
      />
      <DataTable
        id="publication.documents"
        label={t('register')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(d) => d.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('search')}
        exportHref={`/api/v1/publication/documents/export${queryString(where)}`}
        to={(d) => keep(`/documents/${d.id}`)}
        filters={[
          {
            name: 'kind',
            label: t('kind'),
            options: (kinds.data ?? []).map((k) => ({
              value: k.code,
              label: named({ nameZh: k.name, nameEn: k.nameEn }),
            })),
          },
          {
            name: 'issued',
            label: t('year'),
            options: Array.from({ length: YEARS }, (_, i) => ({
              value: String(now - i),
              label: String(now - i),
            })),
          },
          {
            name: 'state',
            label: t('state'),
            options: (['ISSUED', 'WITHDRAWN'] as const).map((value) => ({
              value,
              label: t(`states.${value}`),
            })),
          },
          {
            name: 'numbered',
            label: t('numbered'),
            options: [
              { value: 'true', label: t('numberedYes') },
              { value: 'false', label: t('numberedNo') },
            ],
          },
        ]}
        empty={<Empty title={t('nothing')}>{t('nothingHint')}</Empty>}
      />
    </>
  );
}

/** Where a document stands: withdrawn, received, or on its way. */
export function DocumentMark({ document }: { document: Document }) {
  const { t } = useTranslation('publication');
  if (document.state === 'WITHDRAWN') return <Mark tone="failing">{t('states.WITHDRAWN')}</Mark>;
  if (document.servedOn) return <Mark tone="done">{t('states.SERVED')}</Mark>;
  return <Mark tone="accent">{t('states.ISSUED')}</Mark>;
}
