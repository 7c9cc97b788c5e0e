import { DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Dropdown, Form, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { ResponsibleOf } from '@/components/responsible/ResponsibleOf';
import { VisitsOf } from '@/components/visits/VisitsOf';
import { QueryView } from '@/components/states/QueryView';
import { Empty } from '@/components/states/States';
import { factCatalogueQuery } from '@/lib/api/facts';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { schoolYear } from '@/lib/format/dates';
import { useKindName } from '@/lib/i18n/useKindName';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { useChangeSchool } from '../api/changeSchool';
import { schoolQuery } from '../api/school';
import { figureYearsQuery, schoolFiguresQuery } from '../api/schoolFigures';
import type { School } from '../api/schools';
import { teachingPointsQuery } from '../api/teachingPoints';
import { FiguresForm } from '../components/FiguresForm';
import { FiguresTable } from '../components/FiguresTable';
import { HeadsSection } from '../components/HeadsSection';
import { HistoryList } from '../components/HistoryList';
import { SchoolDialog, type Deed } from '../components/SchoolDialogs';
import { SchoolForm, type SchoolFields } from '../components/SchoolForm';
import { SchoolProfile } from '../components/SchoolProfile';
import { SchoolStateMark } from '../components/SchoolStateMark';
import styles from '../components/forms.module.css';

/** One school: what it is, its figures by year, and everything that happened to it. */
export function SchoolPage() {
  const { id = '' } = useParams();
  const query = useQuery(schoolQuery(id));
  return <QueryView query={query}>{(school) => <Loaded key={school.version} school={school} />}</QueryView>;
}

function Loaded({ school }: { school: School }) {
  const { t } = useTranslation('registry');
  const may = usePermission();
  const keep = useKeepContext();
  const kind = useKindName();
  const [tab, setTab] = useUrlState('tab', { replace: true });
  const [deed, setDeed] = useState<Deed>();
  const [editing, setEditing] = useState(false);
  const deeds: Deed[] = school.state === 'OPEN' ? ['rename', 'merge', 'close'] : ['reopen'];
  return (
    <>
      <PageHeader
        title={school.name}
        back={{ to: keep('/schools'), label: t('school.back') }}
        tags={<SchoolStateMark state={school.state} />}
        state={t('school.state', { kind: kind(school.kind), region: school.regionName, code: school.code })}
        actions={
          may('school:write') && (
            <>
              <Dropdown
                trigger={['click']}
                menu={{
                  items: deeds.map((one) => ({
                    key: one,
                    label: t(`school.${one}`),
                    onClick: () => setDeed(one),
                  })),
                }}
              >
                <Button>
                  {t('school.more')} <DownOutlined aria-hidden />
                </Button>
              </Dropdown>
              <Button type="primary" onClick={() => setEditing(true)}>
                {t('school.edit')}
              </Button>
            </>
          )
        }
      />
      <Tabs
        activeKey={tab ?? 'figures'}
        onChange={setTab}
        items={[
          { key: 'figures', label: t('school.tab.figures'), children: <FiguresTab school={school} /> },
          { key: 'profile', label: t('school.tab.profile'), children: <ProfileTab school={school} /> },
          {
            key: 'heads',
            label: t('heads.title'),
            children: <HeadsSection schoolId={school.id} />,
          },
          ...(may('responsible:read')
            ? [
                {
                  key: 'responsible',
                  label: t('common:responsible.title'),
                  children: <ResponsibleOf school={school.id} />,
                },
              ]
            : []),
          ...(may('visitrecord:read')
            ? [
                {
                  key: 'visits',
                  label: t('common:schoolVisits.title'),
                  children: <VisitsOf school={school.id} />,
                },
              ]
            : []),
          {
            key: 'history',
            label: t('school.tab.history'),
            children: (
              <Section>
                <HistoryList id={school.id} />
              </Section>
            ),
          },
        ]}
      />
      {deed && <SchoolDialog school={school} deed={deed} onClose={() => setDeed(undefined)} />}
      {editing && <EditDrawer school={school} onClose={() => setEditing(false)} />}
    </>
  );
}

function FiguresTab({ school }: { school: School }) {
  const { t } = useTranslation('registry');
  const may = usePermission();
  const { year, set } = useWorkContext();
  const [editing, setEditing] = useState(false);
  const figures = useQuery(schoolFiguresQuery(school.id, year));
  const years = useQuery(figureYearsQuery(school.id));
  const facts = useQuery(factCatalogueQuery);
  return (
    <Section
      title={schoolYear(year)}
      actions={
        <>
          {years.data && years.data.length > 0 && (
            <div className={styles.years} role="group" aria-label={t('figures.otherYears')}>
              {years.data.map((one) => (
                <Button
                  key={one}
                  size="small"
                  type={one === year ? 'primary' : 'default'}
                  ghost={one === year}
                  aria-pressed={one === year}
                  onClick={() => set({ year: one })}
                >
                  {one}
                </Button>
              ))}
            </div>
          )}
          {may('fact:write') && (
            <Button onClick={() => setEditing(true)} disabled={!figures.data || !facts.data}>
              {t('figures.edit')}
            </Button>
          )}
        </>
      }
    >
      <QueryView query={figures}>
        {(data) => (
          <QueryView query={facts}>
            {(catalogue) => (
              <>
                {data.values.length === 0 ? (
                  <Empty title={t('figures.none')}>{t('figures.noneHint')}</Empty>
                ) : (
                  <FiguresTable figures={data} facts={catalogue} kind={school.kind} />
                )}
                {editing && (
                  <FiguresForm
                    key={data.version}
                    figures={data}
                    facts={catalogue}
                    kind={school.kind}
                    onClose={() => setEditing(false)}
                  />
                )}
              </>
            )}
          </QueryView>
        )}
      </QueryView>
    </Section>
  );
}

function ProfileTab({ school }: { school: School }) {
  const { t } = useTranslation('registry');
  const points = useQuery(teachingPointsQuery(school.id));
  return (
    <>
      <Section>
        <SchoolProfile school={school} columns={2} />
      </Section>
      {points.data && points.data.length > 0 && (
        <Section title={t('school.points')}>
          <ul>
            {points.data.map((point) => (
              <li key={point.id}>
                <Link to={`/schools/${point.id}`}>{point.name}</Link>{' '}
                <span className="dd-faint">{point.code}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function EditDrawer({ school, onClose }: { school: School; onClose: () => void }) {
  const { t } = useTranslation('registry');
  const { message } = App.useApp();
  const [form] = Form.useForm<SchoolFields>();
  const change = useChangeSchool(school);
  return (
    <Drawer
      open
      onClose={onClose}
      size={640}
      title={t('form.editTitle')}
      extra={
        <Button type="primary" loading={change.isPending} onClick={() => form.submit()}>
          {t('form.save')}
        </Button>
      }
    >
      <SchoolForm
        form={form}
        id="school"
        school={school}
        onFinish={(fields) =>
          change.mutate(
            { verb: 'describe', request: fields },
            {
              onSuccess: () => {
                void message.success(t('school.saved'));
                onClose();
              },
              onError: (error) => void message.error(problemMessage(error, t)),
            },
          )
        }
      />
    </Drawer>
  );
}
