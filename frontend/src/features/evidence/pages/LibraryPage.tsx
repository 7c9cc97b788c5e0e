import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Thumb } from '@/components/evidence/PhotoStrip';
import { Uploader } from '@/components/evidence/Uploader';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { filesQuery, type EvidenceFile, type FileKind } from '@/lib/api/files';
import { usePermission } from '@/lib/api/me';
import type { Query } from '@/lib/api/types';
import { date, moment } from '@/lib/format/dates';
import { fileSize, MISSING, number } from '@/lib/format/numbers';
import { usePhone } from '@/lib/useMediaQuery';
import { useKeepContext } from '@/lib/url/workContext';
import styles from '../components/evidence.module.css';

const KINDS = ['PHOTO', 'DOCUMENT', 'AUDIO', 'VIDEO'] as const;

/** Every file the reader sent or may see, to be found and used again. */
export function LibraryPage() {
  const { t } = useTranslation('evidence');
  const may = usePermission();
  const keep = useKeepContext();
  const phone = usePhone();
  const client = useQueryClient();
  const [sending, setSending] = useState(false);
  const state = useTableState({ filters: ['kind', 'used', 'mine'], defaultSort: '-receivedAt' });
  const allowed = may('evidence:read');
  const where: Query<'listFiles'> = {
    q: state.q || undefined,
    kind: state.filters.kind as FileKind | undefined,
    used: state.filters.used === undefined ? undefined : state.filters.used === 'true',
    mine: state.filters.mine === 'true' || undefined,
    sort: state.sort,
  };
  const query = useQuery({
    ...filesQuery({ ...where, page: state.page, size: state.size }),
    enabled: allowed,
  });
  const columns = useColumns();
  if (!allowed) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('title')}
        state={query.data && t('state', { n: number(query.data.total) })}
        actions={
          may('evidence:upload') && (
            <Button type="primary" onClick={() => setSending(true)}>
              {t('upload')}
            </Button>
          )
        }
      />
      <DataTable
        id="evidence.files"
        label={t('label')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(file) => file.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('search')}
        exportHref={`/api/v1/evidence/files/export${queryString(where)}`}
        to={(file) => keep(`/evidence/${file.id}`)}
        filters={[
          {
            name: 'kind',
            label: t('kind'),
            options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
          {
            name: 'used',
            label: t('used'),
            options: [
              { value: 'true', label: t('usedYes') },
              { value: 'false', label: t('usedNo') },
            ],
          },
          { name: 'mine', label: t('mine'), options: [{ value: 'true', label: t('mineYes') }] },
        ]}
        empty={<Empty title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      {sending && (
        <Drawer
          open
          title={t('upload')}
          size={phone ? '100%' : 560}
          onClose={() => {
            setSending(false);
            void client.invalidateQueries({ queryKey: ['files', 'list'] });
          }}
        >
          <p>{t('uploadHint')}</p>
          <Uploader reuse={false} />
        </Drawer>
      )}
    </>
  );
}

function useColumns(): Column<EvidenceFile>[] {
  const { t } = useTranslation('evidence');
  return [
    {
      key: 'name',
      title: t('name'),
      sortable: true,
      render: (f) => (
        <span className={styles.named}>
          <Thumb file={f} />
          {f.name}
        </span>
      ),
    },
    { key: 'kind', title: t('kind'), render: (f) => t(`kinds.${f.kind}`) },
    {
      key: 'factOn',
      title: t('factOn'),
      sortable: true,
      render: (f) => (f.factOn ? date(f.factOn) : MISSING),
    },
    { key: 'receivedAt', title: t('receivedAt'), sortable: true, render: (f) => moment(f.receivedAt) },
    { key: 'uploader', title: t('uploader'), render: (f) => f.uploaderName },
    { key: 'size', title: t('size'), sortable: true, numeric: true, render: (f) => fileSize(f.size) },
    { key: 'use', title: t('used'), render: (f) => <Use file={f} /> },
  ];
}

function Use({ file }: { file: EvidenceFile }) {
  const { t } = useTranslation('evidence');
  if (file.scan === 'INFECTED') return <Mark tone="failing">{t('common:files.infected')}</Mark>;
  if (file.scan === 'WAITING') return <Mark tone="dueSoon">{t('common:files.scanning')}</Mark>;
  if (file.inUse) return <Mark tone="done">{t('usedYes')}</Mark>;
  return <Mark tone="quiet">{file.sweptOn ? t('sweptOn', { date: date(file.sweptOn) }) : t('usedNo')}</Mark>;
}
