import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { LinkButton } from '@/components/layout/LinkButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Empty, NoPermission } from '@/components/states/States';
import { QueryView } from '@/components/states/QueryView';
import { DataTable } from '@/components/table/DataTable';
import { useTableState } from '@/components/table/useTableState';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import { regionsQuery } from '@/lib/api/regions';
import { number } from '@/lib/format/numbers';
import { SCHOOL_KINDS, URBAN_RURAL, useKindName } from '@/lib/i18n/useKindName';
import { useUrlLink, useUrlState } from '@/lib/url/useUrlState';
import { useRegionName } from '@/lib/url/useRegionName';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { schoolQuery } from '../api/school';
import { schoolsQuery, type SchoolFilter } from '../api/schools';
import { useSchoolColumns } from '../components/schoolColumns';
import { SchoolProfile } from '../components/SchoolProfile';

const FILTERS = ['township', 'kind', 'urbanRural', 'private', 'state'] as const;

/** The register of schools. */
export function SchoolListPage() {
  const { t } = useTranslation('registry');
  const may = usePermission();
  const keep = useKeepContext();
  const { region } = useWorkContext();
  const regionName = useRegionName(region);
  const kind = useKindName();
  const columns = useSchoolColumns();
  const state = useTableState({ filters: FILTERS, defaultSort: 'code' });
  const [opened, open] = useUrlState('school');
  const link = useUrlLink('school');
  const { filters } = state;
  const where = {
    q: state.q || undefined,
    region: filters.township ?? region,
    kind: filters.kind,
    urbanRural: filters.urbanRural,
    privateSchool: filters.private === undefined ? undefined : filters.private === 'true',
    state: filters.state as SchoolFilter['state'],
    sort: state.sort,
  };
  const query = useQuery(schoolsQuery({ ...where, page: state.page, size: state.size }));
  const townships = useQuery(regionsQuery({ parent: region }));
  if (!may('school:read')) return <NoPermission />;

  const total = query.data?.total;
  return (
    <>
      <PageHeader
        title={t('schools.title')}
        state={
          total === undefined
            ? undefined
            : t(state.filtered ? 'schools.stateFiltered' : 'schools.state', {
                region: regionName,
                total: number(total),
              })
        }
        actions={
          may('school:write') && (
            <LinkButton type="primary" to={keep('/schools/new')}>
              {t('schools.add')}
            </LinkButton>
          )
        }
      />
      <DataTable
        id="registry.schools"
        label={t('schools.label')}
        columns={columns}
        rows={query.data?.items}
        total={total}
        rowKey={(school) => school.id}
        state={state}
        error={query.error}
        onRetry={() => void query.refetch()}
        fetching={query.isPlaceholderData}
        searchable={t('schools.search')}
        exportHref={`/api/v1/schools/export${queryString(where)}`}
        to={(school) => link(school.id)}
        openedKey={opened}
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
            name: 'urbanRural',
            label: t('field.urbanRural'),
            options: URBAN_RURAL.map((code) => ({ value: code, label: t(`common:urbanRural.${code}`) })),
            width: 112,
          },
          {
            name: 'private',
            label: t('field.private'),
            options: [
              { value: 'false', label: t('ownership.public') },
              { value: 'true', label: t('ownership.private') },
            ],
            width: 88,
          },
          {
            name: 'state',
            label: t('field.state'),
            options: (['OPEN', 'CLOSED', 'MERGED'] as const).map((value) => ({
              value,
              label: t(`state.${value}`),
            })),
            width: 104,
          },
        ]}
        empty={
          <Empty
            title={t('schools.empty')}
            action={may('import:run') && <Link to="/imports/new?kind=SCHOOLS">{t('schools.import')}</Link>}
          >
            {t('schools.emptyHint')}
          </Empty>
        }
      />
      {opened && <Look id={opened} onClose={() => open(undefined)} />}
    </>
  );
}

function Look({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('registry');
  const go = useNavigate();
  const keep = useKeepContext();
  const query = useQuery(schoolQuery(id));
  return (
    <Drawer
      open
      onClose={onClose}
      size={480}
      title={query.data?.name ?? t('schools.title')}
      extra={
        <Button type="primary" onClick={() => void go(keep(`/schools/${id}`))}>
          {t('schools.page')}
        </Button>
      }
    >
      <QueryView query={query}>{(school) => <SchoolProfile school={school} />}</QueryView>
    </Drawer>
  );
}
