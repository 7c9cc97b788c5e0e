import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { Empty, NoPermission } from '@/components/states/States';
import { usePermission, useToday } from '@/lib/api/me';
import { date, moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { keyPointsQuery, type KeyPoints } from '../api/plans';
import { IssuedPoints } from '../components/IssuedPoints';
import { KeyPointsForm, KeyPointsStep } from '../components/KeyPointsForm';
import styles from '../components/plans.module.css';

/** The year's key points of work, the latest year first. */
export function KeyPointsPage() {
  const { t } = useTranslation('plans');
  const may = usePermission();
  const today = useToday();
  const query = useQuery({ ...keyPointsQuery, enabled: may('visitplan:read') });
  const [written, write] = useState<KeyPoints | 'new'>();
  const [step, take] = useState<KeyPoints>();
  if (!may('visitplan:read')) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('points.title')}
        state={query.data && t('points.state', { n: number(query.data.length) })}
        actions={
          may('visitplan:write') && (
            <Button type="primary" onClick={() => write('new')}>
              {t('points.write')}
            </Button>
          )
        }
      />
      <QueryView query={query}>
        {(years) =>
          years.length === 0 ? (
            <Empty title={t('points.empty')} />
          ) : (
            years.map((one) => (
              <Section
                key={one.id}
                title={one.title}
                note={
                  one.inForceFrom ? (
                    <>
                      <Mark plain tone={one.inForceFrom <= today ? 'done' : 'accent'}>
                        {t(one.inForceFrom <= today ? 'points.inForce' : 'points.ahead', {
                          day: date(one.inForceFrom),
                        })}
                      </Mark>
                      {' · '}
                      {t('points.approvedBy', { name: one.approvedBy, at: moment(one.approvedAt) })}
                    </>
                  ) : (
                    <Mark plain tone="quiet">
                      {t('points.draft')}
                    </Mark>
                  )
                }
                actions={
                  <>
                    {one.state === 'DRAFT' && may('visitplan:write') && (
                      <Button onClick={() => write(one)}>{t('points.edit')}</Button>
                    )}
                    {may('visitplan:rules') && (
                      <Button type={one.state === 'DRAFT' ? 'primary' : 'default'} onClick={() => take(one)}>
                        {t(one.state === 'DRAFT' ? 'points.approve' : 'points.reopen')}
                      </Button>
                    )}
                  </>
                }
              >
                {one.approvalId && <IssuedPoints of={one} approval={one.approvalId} />}
                {one.preface && <p className={styles.preface}>{one.preface}</p>}
                <ol className={styles.points}>
                  {one.points.map((point, n) => (
                    <li key={n}>{point}</li>
                  ))}
                </ol>
              </Section>
            ))
          )
        }
      </QueryView>
      {written && (
        <KeyPointsForm
          of={written === 'new' ? undefined : written}
          known={query.data ?? []}
          onClose={() => write(undefined)}
        />
      )}
      {step && <KeyPointsStep of={step} onClose={() => take(undefined)} />}
    </>
  );
}
