import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { Empty } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useLocalRows } from '@/components/table/useLocalRows';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { problemMessage } from '@/lib/api/problem';
import { moment, schoolYear } from '@/lib/format/dates';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { frameworksQuery } from '../api/frameworks';
import { runsQuery } from '../api/runs';
import { useVerifyRun } from '../api/verifyRun';
import { verdictTone } from '../components/StageCard';
import type { Run, Stage } from '../model';

/** Every calculation that was kept; each can be opened as it was and computed again. */
export function RunsPage() {
  const { t } = useTranslation('balance');
  const { message } = App.useApp();
  const named = useNamed();
  const keep = useKeepContext();
  const { region } = useWorkContext();
  const query = useQuery(runsQuery({ region }));
  const frameworks = useQuery(frameworksQuery);
  const verify = useVerifyRun();
  const state = useTableState({ filters: ['code'], defaultSort: '-at' });
  const frameworkName = (run: Run) =>
    named(frameworks.data?.find((f) => f.id === run.frameworkId)) || run.frameworkCode;
  const stageColumn = (stage: Stage): Column<Run> => {
    const verdict = (run: Run) => run.stages.find((s) => s.stage === stage)?.verdict;
    return {
      key: stage,
      title: t(`common:stage.${stage}`),
      sortable: true,
      value: verdict,
      render: (run) => {
        const is = verdict(run);
        return (
          is && (
            <Mark plain tone={verdictTone[is]}>
              {t(`verdict.${is}`)}
            </Mark>
          )
        );
      },
    };
  };
  const columns: Column<Run>[] = [
    {
      key: 'region',
      title: t('runs.region'),
      sortable: true,
      value: (r) => r.regionName,
      render: (r) => r.regionName,
    },
    {
      key: 'year',
      title: t('runs.year'),
      sortable: true,
      value: (r) => r.year,
      render: (r) => schoolYear(r.year),
    },
    {
      key: 'framework',
      title: t('runs.framework'),
      value: frameworkName,
      render: (r) => t('runs.version', { name: frameworkName(r), version: r.frameworkVersion }),
    },
    stageColumn('PRIMARY'),
    stageColumn('JUNIOR'),
    { key: 'by', title: t('runs.by'), value: (r) => r.createdBy, render: (r) => r.createdBy },
    {
      key: 'at',
      title: t('runs.at'),
      sortable: true,
      value: (r) => r.createdAt,
      render: (r) => moment(r.createdAt),
    },
    {
      key: 'checksum',
      title: t('runs.checksum'),
      render: (r) => (
        <>
          <code>{r.checksum.slice(0, 8)}</code>{' '}
          <Button
            size="small"
            type="link"
            loading={verify.isPending && verify.variables === r.id}
            onClick={(event) => {
              event.stopPropagation();
              verify.mutate(r.id, {
                onSuccess: ({ same }) =>
                  void (same ? message.success(t('runs.same')) : message.error(t('runs.different'))),
                onError: (error) => void message.error(problemMessage(error, t)),
              });
            }}
          >
            {t('runs.verify')}
          </Button>
        </>
      ),
    },
  ];
  const { code } = state.filters;
  const { items, total } = useLocalRows(
    query.data?.filter((run) => !code || run.frameworkCode === code),
    columns,
    state,
  );
  return (
    <>
      <PageHeader
        title={t('runs.title')}
        state={query.data && t('runs.state', { count: query.data.length })}
      />
      <DataTable
        id="balance.runs"
        label={t('runs.label')}
        columns={columns}
        rows={query.data && items}
        total={total}
        rowKey={(run) => run.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        searchable={t('runs.search')}
        exportHref={`/api/v1/balance/runs/export${queryString({ region, frameworkCode: code })}`}
        to={(run) =>
          keep(
            `/balance?region=${run.regionCode}&year=${run.year}&framework=${run.frameworkId}&run=${run.id}`,
          )
        }
        filters={[
          {
            name: 'code',
            label: t('runs.framework'),
            options: [...new Map((frameworks.data ?? []).map((f) => [f.code, named(f)]))].map(
              ([value, label]) => ({ value, label }),
            ),
            width: 180,
          },
        ]}
        empty={<Empty title={t('runs.empty')} />}
      />
    </>
  );
}
