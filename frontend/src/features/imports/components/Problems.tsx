import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Mark } from '@/components/states/Mark';
import { Empty } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { importProblemsQuery, type ImportProblem } from '../api/problems';
import styles from './imports.module.css';

const SEVERITIES = ['ERROR', 'CONFIRM', 'WARNING'] as const;

/** Every problem with its row, column, what was found and what would be right. */
export function Problems({ id }: { id: string }) {
  const { t } = useTranslation('imports');
  const state = useTableState({ filters: ['severity'], defaultSize: 50 });
  const severity = state.filters.severity as (typeof SEVERITIES)[number] | undefined;
  const query = useQuery(importProblemsQuery(id, { severity, page: state.page, size: state.size }));
  const columns: Column<ImportProblem>[] = [
    { key: 'row', title: t('check.row'), render: (p) => p.row },
    {
      key: 'severity',
      title: t('check.severityFilter'),
      render: (p) => (
        <Mark
          plain
          tone={p.severity === 'ERROR' ? 'failing' : p.severity === 'CONFIRM' ? 'dueSoon' : 'quiet'}
        >
          {t(`check.severity.${p.severity}`)}
        </Mark>
      ),
    },
    { key: 'column', title: t('check.column'), render: (p) => p.column },
    { key: 'message', title: t('check.message'), render: (p) => p.message, wrap: true },
    { key: 'header', title: t('check.header'), render: (p) => p.header },
    { key: 'found', title: t('check.found'), render: (p) => p.found, wrap: true },
    { key: 'expected', title: t('check.expected'), render: (p) => p.expected, wrap: true },
  ];
  return (
    <div className={styles.problems}>
      <DataTable
        id="imports.problems"
        label={t('check.problems')}
        columns={columns}
        rows={query.data?.items}
        total={query.data?.total}
        rowKey={(p) => `${p.row} ${p.column} ${p.rule} ${p.header}`}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        filters={[
          {
            name: 'severity',
            label: t('check.severityFilter'),
            options: SEVERITIES.map((value) => ({ value, label: t(`check.severity.${value}`) })),
          },
        ]}
        empty={<Empty title={t('check.noProblems')} />}
        grow
      />
    </div>
  );
}
