import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { NoPermission } from '@/components/states/States';
import { QueryView } from '@/components/states/QueryView';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { number } from '@/lib/format/numbers';
import { useZoneDeed, zonesQuery, type Zones } from '../api/zones';
import { OfficePhone } from '../components/OfficePhone';
import { ProposalDrawer } from '../components/ProposalDrawer';
import { ResponsibleTable } from '../components/ResponsibleTable';
import { Rules, Violations } from '../components/Violations';
import { ZoneTable } from '../components/ZoneTable';
import styles from '../components/zones.module.css';

/** All zones: their inspectors, schools and loads, what breaks a rule, and who was responsible on a day. */
export function ZonesPage() {
  const may = usePermission();
  const query = useQuery({ ...zonesQuery, enabled: may('zone:read') });
  if (!may('zone:read')) return <NoPermission />;
  return <QueryView query={query}>{(zones) => <View zones={zones} />}</QueryView>;
}

function View({ zones }: { zones: Zones }) {
  const { t } = useTranslation('zone');
  const may = usePermission();
  const [params, setParams] = useSearchParams();
  const [proposing, setProposing] = useState(false);
  const wrong = zones.violations.filter((one) => !one.warning).length;
  const sum = (of: 'inspectors' | 'schools') => zones.zones.reduce((n, zone) => n + zone[of], 0);
  return (
    <>
      <PageHeader
        title={t('zones.title')}
        state={
          t('zones.state', {
            zones: number(zones.zones.length),
            inspectors: number(sum('inspectors')),
            schools: number(sum('schools')),
          }) + (wrong > 0 ? t('zones.stateWrong', { n: number(wrong) }) : '')
        }
        actions={
          may('zone:write') && (
            <Button type="primary" onClick={() => setProposing(true)}>
              {t('zones.propose')}
            </Button>
          )
        }
      />
      {may('zone:write') && <OfficePhone />}
      <Tabs
        activeKey={params.get('tab') ?? 'zones'}
        destroyOnHidden
        // the tables' own sorting and pages are not each other's
        onChange={(tab) => setParams(tab === 'zones' ? {} : { tab })}
        items={[
          { key: 'zones', label: t('zones.tab.zones'), children: <ZoneTable zones={zones.zones} /> },
          { key: 'table', label: t('zones.tab.table'), children: <ResponsibleTable zones={zones.zones} /> },
          {
            key: 'violations',
            label: `${t('zones.tab.violations')} ${number(zones.violations.length)}`,
            children: <ByZone zones={zones} />,
          },
        ]}
      />
      {proposing && (
        <ProposalDrawer zones={zones.zones} rules={zones.rules} onClose={() => setProposing(false)} />
      )}
    </>
  );
}

function ByZone({ zones }: { zones: Zones }) {
  const { t } = useTranslation('zone');
  const may = usePermission();
  const groups = [...zones.zones, { id: null, name: t('zones.noZone') }]
    .map((zone) => ({
      key: zone.id ?? 'none',
      name: zone.name,
      of: zones.violations.filter((one) => (one.zoneId ?? null) === zone.id),
    }))
    .filter((group) => group.of.length > 0);
  return (
    <>
      <Section title={t('zones.violations')}>
        {groups.length === 0 && <Violations of={[]} />}
        {groups.map((group) => (
          <div key={group.key} className={styles.group}>
            <h3>{group.name}</h3>
            <Violations
              of={group.of}
              action={(one) =>
                one.kind === 'NO_ZONE' &&
                may('zone:write') && <TakeIn zones={zones} school={one.schoolId} name={one.schoolName} />
              }
            />
          </div>
        ))}
      </Section>
      <Section title={t('zones.rules')}>
        <Rules of={zones.rules} />
      </Section>
    </>
  );
}

/** Puts a school that is in no zone into one. */
function TakeIn({ zones, school, name }: { zones: Zones; school: string; name: string }) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const run = useZoneDeed();
  return (
    <Dropdown
      // eslint-disable-next-line jsx-a11y/no-autofocus -- a menu that was opened takes the focus, so that arrows work
      autoFocus
      trigger={['click']}
      menu={{
        items: zones.zones.map((one) => ({ key: one.id, label: one.name })),
        onClick: ({ key }) =>
          void run
            .mutateAsync({ deed: { name: 'takeIn', zone: key, schools: [school] }, version: zones.version })
            .then(
              () =>
                message.success(
                  t('zones.zoned', { school: name, zone: zones.zones.find((one) => one.id === key)?.name }),
                ),
              (error: unknown) => message.error(problemMessage(error, t), 8),
            ),
      }}
    >
      <Button size="small" aria-label={t('zones.takeInOf', { school: name })}>
        {t('zones.takeIn')}
      </Button>
    </Dropdown>
  );
}
