import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Empty, NoPermission } from '@/components/states/States';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { factCatalogueQuery, type Fact } from '@/lib/api/facts';
import { usePermission } from '@/lib/api/me';
import { regionsQuery } from '@/lib/api/regions';
import { schoolYear } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { SCHOOL_KINDS, useKindName } from '@/lib/i18n/useKindName';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import { useRegionName } from '@/lib/url/useRegionName';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { figuresQuery, type FigureLine } from '../api/figures';

const STAGES = ['PRIMARY', 'JUNIOR', 'SENIOR'] as const;

/** Schools by facts: the year's statistics as one wide sheet. */
export function FiguresPage() {
  const { t } = useTranslation('registry');
  const may = usePermission();
  const keep = useKeepContext();
  const { region, year } = useWorkContext();
  const regionName = useRegionName(region);
  const kind = useKindName();
  const state = useTableState({ filters: ['township', 'kind', 'stage'] });
  const facts = useQuery(factCatalogueQuery);
  const where = {
    year,
    q: state.q || undefined,
    region: state.filters.township ?? region,
    kind: state.filters.kind,
    sort: state.sort,
  };
  const query = useQuery(figuresQuery({ ...where, page: state.page, size: state.size }));
  const townships = useQuery(regionsQuery({ parent: region }));
  const columns = useColumns(facts.data ?? [], state.filters.stage);
  if (!may('school:read')) return <NoPermission />;
  const total = query.data?.total;
  return (
    <>
      <PageHeader
        title={t('figures.title')}
        state={
          total !== undefined &&
          t('figures.state', { region: regionName, year: schoolYear(year), total: number(total) })
        }
        actions={
          may('import:run') && (
            <LinkButton type="primary" to={keep('/imports/new?kind=FIGURES')}>
              {t('figures.import')}
            </LinkButton>
          )
        }
      />
      <DataTable
        id="registry.figures"
        label={t('figures.label', { year: schoolYear(year) })}
        columns={columns}
        rows={query.data?.items}
        total={total}
        rowKey={(line) => line.schoolId}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('schools.search')}
        exportHref={`/api/v1/figures/export${queryString(where)}`}
        to={(line) => keep(`/schools/${line.schoolId}`)}
        filters={[
          {
            name: 'township',
            label: t('field.region'),
            options: (townships.data ?? []).map((one) => ({ value: one.code, label: one.name })),
          },
          {
            name: 'kind',
            label: t('field.kind'),
            options: SCHOOL_KINDS.map((code) => ({ value: code, label: kind(code) })),
          },
          {
            name: 'stage',
            label: t('figures.stageFilter'),
            options: STAGES.map((stage) => ({ value: stage, label: t(`common:stage.${stage}`) })),
          },
        ]}
        empty={<Empty title={t('figures.none')}>{t('figures.noneHint')}</Empty>}
      />
    </>
  );
}

function useColumns(facts: Fact[], onlyStage: string | undefined): Column<FigureLine>[] {
  const { t } = useTranslation('registry');
  const named = useNamed();
  const unit = useUnit();
  const kind = useKindName();
  const value = (line: FigureLine, key: string): number | undefined =>
    (line.values as Record<string, number | undefined>)[key];
  const column = (key: string, fact: Fact, title: string, hidden = false): Column<FigureLine> => ({
    key,
    title,
    unit: unit(fact),
    numeric: true,
    hidden,
    render: (line) => number(value(line, key)),
  });
  const stageFacts = facts.filter((fact) => fact.level === 'STAGE');
  return [
    { key: 'name', title: t('figures.school'), sortable: true, render: (line) => line.name },
    { key: 'code', title: t('field.code'), sortable: true, hidden: true, render: (line) => line.code },
    { key: 'kind', title: t('field.kind'), sortable: true, render: (line) => kind(line.kind) },
    { key: 'region', title: t('field.region'), sortable: true, render: (line) => line.regionName },
    ...STAGES.filter((stage) => !onlyStage || stage === onlyStage).flatMap((stage) =>
      stageFacts.map((fact) =>
        column(
          `${stage}.${fact.code}`,
          fact,
          onlyStage ? named(fact) : `${t(`common:stage.${stage}`)} ${named(fact)}`,
          stage === 'SENIOR' && !onlyStage,
        ),
      ),
    ),
    ...facts.filter((fact) => fact.level === 'SCHOOL').map((fact) => column(fact.code, fact, named(fact))),
  ];
}
