import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DatePicker } from '@/components/forms/DatePicker';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { BoardMenu } from '@/components/responsible/BoardMenu';
import { QueryView } from '@/components/states/QueryView';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { inspectorsQuery } from '../api/inspectors';
import {
  useZoneDeed,
  zoneQuery,
  zonesQuery,
  type Member,
  type Seat,
  type Zone,
  type ZoneDeed,
} from '../api/zones';
import { ProposalDrawer } from '../components/ProposalDrawer';
import { Rules, Violations } from '../components/Violations';
import { ZoneBoard } from '../components/ZoneBoard';
import { ZoneMap } from '../components/ZoneMap';
import styles from '../components/zones.module.css';

/** One zone: who is responsible for which school, changed by drag or by keyboard, with what breaks a rule beside it. */
export function ZonePage() {
  const { id = '' } = useParams();
  const query = useQuery(zoneQuery(id));
  return <QueryView query={query}>{(zone) => <View zone={zone} />}</QueryView>;
}

function View({ zone }: { zone: Zone }) {
  const { t } = useTranslation('zone');
  const { message } = App.useApp();
  const may = usePermission();
  const keep = useKeepContext();
  const today = useToday();
  const [from, setFrom] = useState(today);
  const [proposing, setProposing] = useState(false);
  const writes = may('zone:write');
  const zones = useQuery({ ...zonesQuery, enabled: writes });
  const run = useZoneDeed();
  const others = (zones.data?.zones ?? []).filter((one) => one.id !== zone.id);
  const did = (deed: ZoneDeed, said?: string) =>
    run.mutateAsync({ deed, version: zone.version }).then(
      () => said && void message.success(said),
      (error: unknown) => void message.error(problemMessage(error, t), 8),
    );
  const move = (school: Seat, to: Member | null) =>
    void did(
      {
        name: 'assign',
        body: {
          from,
          origin: 'HAND',
          moves: [{ schoolId: school.id, inspectorId: to?.id }],
        },
      },
      to
        ? t('zones.moved', { school: school.name, inspector: to.name, day: date(from) })
        : t('zones.freed', { school: school.name, day: date(from) }),
    );
  const rezone = (school: Seat, other: { id: string; name: string }) =>
    void did(
      { name: 'takeIn', zone: other.id, schools: [school.id] },
      t('zones.zoned', { school: school.name, zone: other.name }),
    );
  const free = zone.schools.filter((s) => !s.inspectorId).length;
  return (
    <>
      <PageHeader
        back={{ to: keep('/zones'), label: t('zones.back') }}
        title={zone.name}
        state={t('zones.boardState', {
          schools: number(zone.schools.length),
          inspectors: number(zone.inspectors.length),
          free: number(free),
        })}
        actions={
          <>
            <DownloadButton from={`/api/v1/zone/assignments/export?zoneId=${zone.id}`}>
              {t('zones.export')}
            </DownloadButton>
            {zone.schools.some((one) => one.inspectorId) && (
              <BoardMenu
                of="zones"
                id={zone.id}
                people={zone.inspectors.filter((one) =>
                  zone.schools.some((school) => school.inspectorId === one.id),
                )}
              />
            )}
            {writes && (
              <Button type="primary" onClick={() => setProposing(true)}>
                {t('zones.propose')}
              </Button>
            )}
          </>
        }
      />
      {zone.violations.length > 0 && (
        <Section title={t('zones.violations')} anchor="violations">
          <Violations of={zone.violations} />
        </Section>
      )}
      <Section title={t('zones.board')} anchor="board">
        {writes && (
          <div className={styles.tools}>
            <label>
              {t('zones.from')}{' '}
              <DatePicker
                allowClear={false}
                value={dayjs(from)}
                onChange={(day) => setFrom(day?.format('YYYY-MM-DD') ?? today)}
                aria-label={t('zones.from')}
              />
            </label>
            <small>{t('zones.fromHelp')}</small>
            <AddInspector
              zone={zone}
              onAdd={(inspector) => did({ name: 'join', zone: zone.id, inspector, leader: false })}
            />
            <small>{t('zones.boardHint')}</small>
          </div>
        )}
        <ZoneBoard
          zone={zone}
          others={others}
          may={writes}
          onMove={move}
          onZone={rezone}
          onMember={(member, deed) =>
            void did(
              deed === 'leave'
                ? { name: 'leave', zone: zone.id, inspector: member.id }
                : { name: 'join', zone: zone.id, inspector: member.id, leader: deed === 'leader' },
            )
          }
        />
      </Section>
      <Section title={t('zones.map.title')} note={t(writes ? 'zones.map.help' : 'zones.map.look')}>
        <ZoneMap zone={zone} others={others} may={writes} onMove={move} onZone={rezone} />
      </Section>
      <Section title={t('zones.rules')}>
        <Rules of={zone.rules} />
      </Section>
      {proposing && (
        <ProposalDrawer
          zone={zone}
          rules={zone.rules}
          zones={zones.data?.zones ?? []}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  );
}

/** Puts somebody of the register into the zone. */
function AddInspector({ zone, onAdd }: { zone: Zone; onAdd: (inspector: string) => Promise<unknown> }) {
  const { t } = useTranslation('zone');
  const inspectors = useQuery(inspectorsQuery({ standing: 'IN_OFFICE', size: 200, sort: 'name' }));
  // who is appointed from a later day can be placed before it
  const coming = useQuery(inspectorsQuery({ standing: 'TO_BEGIN', size: 200, sort: 'name' }));
  const here = new Set(zone.inspectors.map((one) => one.id));
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      placeholder={t('zones.addInspector')}
      aria-label={t('zones.addInspector')}
      title={t('zones.addInspectorHelp')}
      style={{ width: 200 }}
      onChange={(inspector: string | null) => inspector && void onAdd(inspector)}
      options={[...(inspectors.data?.items ?? []), ...(coming.data?.items ?? [])]
        .filter((one) => !here.has(one.id))
        .map((one) => ({
          value: one.id,
          label:
            one.standing === 'TO_BEGIN'
              ? t('zones.comes', { name: one.name, day: date(one.startsOn) })
              : one.name,
        }))}
    />
  );
}
