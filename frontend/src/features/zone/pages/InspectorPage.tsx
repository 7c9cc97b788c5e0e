import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PhotoStrip } from '@/components/evidence/PhotoStrip';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { usePermission, useToday } from '@/lib/api/me';
import { date } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { inspectorQuery, useInspectorDeed, type Inspector } from '../api/inspectors';
import { Appointments } from '../components/Appointments';
import { Appraised } from '../components/Appraised';
import { Conflicts } from '../components/Conflicts';
import { PersonForm } from '../components/PersonForm';
import { STANDING_TONES } from '../components/standing';
import { Training } from '../components/Training';
import styles from '../components/zone.module.css';

/** One inspector: the person, terms of office, training, and the schools they are kept from. */
export function InspectorPage() {
  const { id = '' } = useParams();
  const query = useQuery(inspectorQuery(id));
  return <QueryView query={query}>{(data) => <View inspector={data} />}</QueryView>;
}

function View({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation('zone');
  const may = usePermission();
  const keep = useKeepContext();
  const [changing, setChanging] = useState(false);
  const deed = useInspectorDeed(inspector);
  const { summary } = inspector;
  return (
    <>
      <PageHeader
        back={{ to: keep('/inspectors'), label: t('title') }}
        title={summary.name}
        tags={<Mark tone={STANDING_TONES[summary.standing]}>{t(`standings.${summary.standing}`)}</Mark>}
        state={
          summary.endsOn && summary.startsOn
            ? t('termOf', {
                n: number(summary.termNo),
                from: date(summary.startsOn),
                until: date(summary.endsOn),
              })
            : t(`kinds.${summary.kind}`)
        }
        actions={may('inspector:write') && <Button onClick={() => setChanging(true)}>{t('change')}</Button>}
      />
      <div className={styles.columns}>
        <div>
          <Appointments inspector={inspector} />
          <Training inspector={inspector} />
        </div>
        <div>
          <Who inspector={inspector} />
          <Conflicts inspector={inspector} />
          {may('appraisal:read') && <Appraised inspector={inspector} />}
        </div>
      </div>
      {changing && (
        <PersonForm
          inspector={inspector}
          onClose={() => setChanging(false)}
          onSave={(person) => deed.mutateAsync({ name: 'change', body: person })}
        />
      )}
    </>
  );
}

function Who({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation('zone');
  const today = useToday();
  const { summary } = inspector;
  const years = inspector.worksSince && yearsBetween(inspector.worksSince, today);
  const row = (key: string, value: string | null | undefined) => ({
    key,
    label: t(key),
    value: value ?? MISSING,
  });
  return (
    <Section title={t('person')}>
      {inspector.photo && (
        <div className={styles.portrait}>
          <PhotoStrip ids={[inspector.photo]} label={t('photo')} />
        </div>
      )}
      <SummaryList
        items={[
          row('kind', t(`kinds.${summary.kind}`)),
          row('employer', summary.employer),
          row('post', summary.post),
          row('phone', summary.phone),
          row('degree', inspector.degree && t(`degrees.${inspector.degree}`)),
          {
            key: 'worksSince',
            label: t('yearsOfWork'),
            value:
              typeof years === 'number' ? (
                <>
                  {t('years', { n: number(years) })}{' '}
                  {years < inspector.yearsOfWorkRequired && (
                    <Mark plain tone="dueSoon">
                      {t('yearsShort', { n: number(inspector.yearsOfWorkRequired) })}
                    </Mark>
                  )}
                </>
              ) : (
                MISSING
              ),
          },
          row('subjects', inspector.subjects.join(t('common:listSeparator')) || undefined),
        ]}
      />
    </Section>
  );
}

/** Full years from one day to another. */
export function yearsBetween(from: string, until: string): number {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4));
  return until.slice(5) < from.slice(5) ? years - 1 : years;
}
