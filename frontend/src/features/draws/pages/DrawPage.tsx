import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { regionsQuery } from '@/lib/api/regions';
import { date, moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKindName } from '@/lib/i18n/useKindName';
import { useKeepContext } from '@/lib/url/workContext';
import { drawQuery, zonesQuery, type Draw } from '../api/draws';
import { DeclareVoid, PlanVisits, Verify } from '../components/Deeds';
import { Outcome } from '../components/Outcome';
import { LeftOut } from '../components/Pool';
import styles from '../components/draws.module.css';

/** A draw as it was done. */
export function DrawPage() {
  const { id = '' } = useParams();
  const may = usePermission();
  const query = useQuery({ ...drawQuery(id), enabled: may('draw:read') });
  if (!may('draw:read')) return <NoPermission />;
  return <QueryView query={query}>{(draw) => <View of={draw} />}</QueryView>;
}

function View({ of }: { of: Draw }) {
  const { t } = useTranslation('draws');
  const may = usePermission();
  const keep = useKeepContext();
  const [doing, go] = useState<'plan' | 'void' | 'verify'>();
  const valid = of.voidedFor === null;
  const close = () => go(undefined);
  return (
    <>
      <PageHeader
        back={{ to: keep('/draws'), label: t('title') }}
        title={of.wish.title}
        tags={<Mark tone={valid ? 'done' : 'failing'}>{t(`standings.${valid ? 'VALID' : 'VOID'}`)}</Mark>}
        state={
          valid
            ? t('draw.state', { name: of.drawnName, at: moment(of.drawnAt), seed: of.seed })
            : t('draw.voided', { reason: of.voidedFor, name: of.voidedName, at: moment(of.voidedAt) })
        }
        actions={
          <>
            {valid && may('draw:void') && (
              <Button danger onClick={() => go('void')}>
                {t('voiding.button')}
              </Button>
            )}
            <DownloadButton from={`/api/v1/zone/draws/${of.id}/export`}>{t('draw.export')}</DownloadButton>
            <Button onClick={() => go('verify')}>{t('verify.button')}</Button>
            {valid && may('draw:write') && of.outcome.groups.length > 0 && of.visitsOn === null && (
              <Button type="primary" onClick={() => go('plan')}>
                {t('plan.button')}
              </Button>
            )}
          </>
        }
      />
      {of.visitsOn && <p className={styles.help}>{t('plan.on', { day: date(of.visitsOn) })}</p>}
      <Outcome of={of} />
      <div className={styles.columns}>
        <Facts of={of} />
        <LeftOut excluded={of.excluded} />
      </div>
      {doing === 'plan' && <PlanVisits of={of} onClose={close} />}
      {doing === 'void' && <DeclareVoid of={of} onClose={close} />}
      {doing === 'verify' && <Verify of={of} onClose={close} />}
    </>
  );
}

/** What was asked for. */
function Facts({ of }: { of: Draw }) {
  const { t } = useTranslation('draws');
  const kindName = useKindName();
  const zones = useQuery(zonesQuery);
  const townships = useQuery(regionsQuery({ parent: of.regionCode }));
  const { wish, pool } = of;
  const names = (chosen: string[], nameOf: (one: string) => string | undefined) =>
    chosen.map((one) => nameOf(one) ?? one).join(t('common:listSeparator')) || t('form.all');
  const item = (key: string, label: string, value: string) => ({ key, label, value });
  return (
    <Section title={t('draw.facts')}>
      <SummaryList
        items={[
          item('day', t('day'), date(wish.day)),
          item('schools', t('draw.wish.schools'), t('draw.count.schools', { n: number(wish.schools) })),
          item(
            'inspectors',
            t('draw.wish.inspectors'),
            t('draw.count.inspectors', { n: number(wish.inspectors) }),
          ),
          ...(wish.schools > 0 && wish.inspectors > 0
            ? [item('group', t('draw.wish.group'), t('draw.count.group', { n: number(wish.groupSize) }))]
            : []),
          item(
            'pool',
            t('draw.pool'),
            t('pool.was', { schools: number(pool.schools), inspectors: number(pool.inspectors) }),
          ),
          item(
            'zones',
            t('draw.zones'),
            names(wish.zones, (one) => zones.data?.find((zone) => zone.id === one)?.name),
          ),
          item('kinds', t('draw.kinds'), names(wish.kinds, kindName)),
          item(
            'townships',
            t('draw.townships'),
            names(wish.townships, (one) => townships.data?.find((region) => region.code === one)?.name),
          ),
          item('own', t('draw.own'), t(wish.leaveOutOwn ? 'draw.yes' : 'draw.no')),
        ]}
      />
    </Section>
  );
}
